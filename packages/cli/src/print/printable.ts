/** C0 and C1 controls, and the marks that turn the direction of what follows: a terminal obeys all of them. */
// oxlint-disable-next-line eslint/no-control-regex -- they are what this takes out
const controls = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]+/g;

/** Hostile text as one line that a terminal only shows: white space folded, controls taken out. */
export function printable(text: string): string {
  return inline(text).trim();
}

/** A part of such a text: as {@link printable}, but white space at its ends still parts it from its neighbours. */
export function inline(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(controls, '');
}
