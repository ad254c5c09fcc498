/** A path as manifests have it: RFC 8493, section 2.1.3, wants `%`, CR and LF encoded, and nothing else. */
export function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
