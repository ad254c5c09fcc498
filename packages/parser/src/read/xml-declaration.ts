/**
 * `XMLDecl` and `TextDecl` of XML 1.0: the version may be missing in the second. White space before it is no XML, but feeds
 * have it.
 */
const declaration =
  /^[ \t\r\n]{0,99}<\?xml(?:[ \t\r\n]{1,9}version[ \t\r\n]{0,9}=[ \t\r\n]{0,9}["'][^"'<>]{0,20}["'])?[ \t\r\n]{1,9}encoding[ \t\r\n]{0,9}=[ \t\r\n]{0,9}(?:"(?<double>[A-Za-z][\w.-]{0,39})"|'(?<single>[A-Za-z][\w.-]{0,39})')/;

/** As much as a declaration may take, in UTF-16 units. */
const longest = 512;

/**
 * The encoding that an XML document declares, as it is written there.
 *
 * @param head How the document begins, decoded as anything that has ASCII where ASCII is.
 * @returns `null` if it declares none.
 */
export function readXmlEncoding(head: string): string | null {
  const { double, single } = declaration.exec(head.slice(0, longest))?.groups ?? {};
  return double ?? single ?? null;
}
