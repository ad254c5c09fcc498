/** What X says where it knows no language: undetermined, no words, art, only media, only hashtags, and the like. */
const noLanguage = /^(?:und|zxx|art|q[a-z]{2})$/;

/** A language as BCP 47 in its canonical form, or `null` if X says none. `iw` and `in` become `he` and `id`. */
export function readLanguage(code: string): string | null {
  const lower = code.toLowerCase();
  if (noLanguage.test(lower)) return null;
  try {
    return Intl.getCanonicalLocales(lower)[0] ?? null;
  } catch {
    return null;
  }
}
