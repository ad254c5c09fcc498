/** Written out, for speed: all of `\p{Cc}` but tab, line feed and carriage return. */
// oxlint-disable-next-line eslint/no-control-regex -- they are what is replaced
const special = /[&<>"\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
const allSpecial = new RegExp(special, 'g');

/**
 * Make text harmless between tags and in attribute values in double quotes, the only ones there are.
 *
 * Control characters, which HTML does not allow, become U+FFFD; so does half a surrogate pair, which no file can hold.
 */
export function escapeText(text: string): string {
  if (!special.test(text)) return text.isWellFormed() ? text : text.toWellFormed();
  return text.toWellFormed().replaceAll(allSpecial, escapeCharacter);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    default:
      return '\u{FFFD}';
  }
}
