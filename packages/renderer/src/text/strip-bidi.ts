const controls = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Take out the characters that embed, override or isolate directions (Unicode Annex 9): in a name or an address they
 * only serve to show it as another. Marks, which scripts need, stay.
 */
export function stripBidi(text: string): string {
  return text.replaceAll(controls, '');
}
