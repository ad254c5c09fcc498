const paths = {
  archive: 'M3 4h18v5H3zm1.5 6.5h15V20h-15zM9 12.5v2h6v-2z',
  doubt: 'M12 2.5 23 21.5H1zM11 9v6h2V9zm0 8v2h2v-2z',
  gone: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM4.5 12A7.5 7.5 0 0 1 16.4 6L6 16.4A7.4 7.4 0 0 1 4.5 12zm15 0A7.5 7.5 0 0 1 7.6 18L18 7.6a7.4 7.4 0 0 1 1.5 4.4z',
  image: 'M3 4h18v16H3zm2 2v9l4-4 4 4 2-2 4 4V6zm10 1.5a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5z',
  quote:
    'M10.5 5C6 6.2 3.5 9.5 3.5 14v5H10v-6.5H7c.1-2.3 1.2-3.8 3.5-4.7zm10.5 0c-4.5 1.2-7 4.5-7 9v5h6.5v-6.5h-3c.1-2.3 1.2-3.8 3.5-4.7z',
  repost: 'M7 5h11v8h3l-4 4.5L13 13h3V7H9zm10 14H6v-8H3l4-4.5L11 11H8v6h7z',
  tick: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.3 14.6-4.1-4.1 1.5-1.5 2.5 2.6 5.2-5.5 1.5 1.4z',
} as const;

/** An icon as the value of `--e-icon`: elements of class `em-icon` draw it before them, in the colour of their text. */
export function drawIcon(name: keyof typeof paths): string {
  return `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='${paths[name]}'/%3E%3C/svg%3E")`;
}
