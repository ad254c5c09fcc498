const pattern = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i;

/** Codes of X that name no language (`qme` is "only media", `art` "only emoji"), and ISO 639's for none or unknown. */
const noLanguage = /^(?:q[a-z]{2}|art|und|zxx)$/i;

/** Codes that ISO 639 has renamed; X still sends them. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['in', 'id'],
  ['iw', 'he'],
  ['ji', 'yi'],
]);

/** The value of a `lang` attribute for a post's language; empty, which HTML takes for "unknown", if there is none. */
export function languageOf(lang: string | null): string {
  if (lang === null || !pattern.test(lang) || noLanguage.test(lang)) return '';
  return renamed.get(lang.toLowerCase()) ?? lang;
}
