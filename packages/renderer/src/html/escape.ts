const special = /[&<>"]|(?![\t\n\r])\p{Cc}/u;
const allSpecial = new RegExp(special, 'gu');

/**
 * Make text harmless between tags and in attribute values in double quotes, the only ones there are.
 *
 * Control characters, which HTML does not allow, become U+FFFD; so does half a surrogate pair, which no file can hold.
 */
export function escapeText(text: string): string {
  const wellFormed = text.toWellFormed();
  return special.test(wellFormed) ? wellFormed.replaceAll(allSpecial, escapeCharacter) : wellFormed;
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
