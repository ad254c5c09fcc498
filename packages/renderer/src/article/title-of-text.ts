const longest = 70;

/**
 * A title for a text that names none: its first words, or the name of its file if it has no words.
 *
 * @param source A path or URL.
 */
export function titleOfText(text: string, source: string): string {
  const beginning = text
    .slice(0, 16 * longest)
    .trim()
    .replaceAll(/\s+/g, ' ');
  if (beginning === '') return nameOfFile(source);
  const characters = Array.from(beginning);
  if (characters.length <= longest) return beginning;
  const cut = characters.slice(0, longest).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`;
}

function nameOfFile(source: string): string {
  const name = source.split(/[/\\]/).at(-1) ?? source;
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
