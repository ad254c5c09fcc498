/**
 * The key under which indexes of web archives keep a URL (Sort-friendly URI Reordering Transform): in lower case, the
 * host from its end, without `www`, the query's parts in order. `https://www.x.com/a?c&b` is `com,x)/a?b&c`.
 */
export function surt(uri: string): string {
  const url = /^https?:/i.test(uri) ? URL.parse(uri.toLowerCase()) : null;
  if (url === null) return uri;
  const host = url.hostname.replace(/^www\d*\./, '');
  const key = /^[\d.]+$|^\[/.test(host) ? host : host.split('.').toReversed().join(',');
  const query = url.search.slice(1).split('&').sort().join('&');
  return `${key}${url.port === '' ? '' : `:${url.port}`})${url.pathname}${query === '' ? '' : `?${query}`}`;
}
