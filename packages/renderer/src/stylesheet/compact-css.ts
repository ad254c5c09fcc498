/** Take the layout of the source out of our own rules; they hold no comment and no string that this would change. */
export function compactCss(css: string): string {
  return css
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/ ?> ?/g, '>')
    .replaceAll(/([:,]) /g, '$1')
    .replaceAll(';}', '}')
    .trim();
}
