/** `text/html; charset=utf-8`, taken apart. */
export function readContentType(value: string): { readonly mediaType: string; readonly charset: string | null } {
  return {
    mediaType: (value.split(';', 1)[0] ?? '').trim().toLowerCase(),
    charset: /;\s{0,9}charset\s{0,9}=\s{0,9}["']?(?<charset>[\w.:-]{1,40})/i.exec(value)?.groups?.['charset'] ?? null,
  };
}
