const risky = /[\n\r{}[\]`|]/g;

/**
 * Write the markup of a post so that it stays raw HTML in a Markdown file: on one line, for a blank line ends a block of
 * HTML (CommonMark 0.31 §4.6), and without the brackets in which Hugo, Jekyll, dev.to and WordPress look for commands of
 * theirs. Browsers read the same from it.
 *
 * @param markup Without elements whose text has no character references, such as `<style>`.
 */
export function writeRawHtml(markup: string): string {
  return markup.replaceAll(risky, (character) => `&#${character.charCodeAt(0)};`);
}
