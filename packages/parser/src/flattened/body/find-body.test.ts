import { describe, expect, it } from 'vitest';
import { findReferences } from '../../find-references.ts';

const article =
  'An article has paragraphs that are longer than what people post. They end with a full stop, they go on about one thing, and they take their time. A reader of the paper expects as much, and has done so for longer than there have been computers, networks, or posts. What it says here is of no matter.';
const signature = '— Ann (@ann) March 5, 2022';

function bodyOf(text: string): string | null | undefined {
  return findReferences(text, { format: 'text' }).find(({ kind }) => kind === 'flattened-embed')?.text;
}

describe('the body of a flattened embed', () => {
  it('begins at its paragraph', () => {
    expect(bodyOf(`${article}\n\nOne paragraph. ${signature}`)).toBe('One paragraph.');
  });

  it('goes on over more line breaks than there are between paragraphs', () => {
    expect(bodyOf(`${article}\n\nFirst.\n\n\n\nSecond.\n\n\n\nThird. ${signature}\n\n${article}`)).toBe(
      'First.\n\n\n\nSecond.\n\n\n\nThird.',
    );
  });

  it('goes on over fewer line breaks than there are between paragraphs', () => {
    expect(bodyOf(`${article}\n\nFirst\nsecond\n\n${signature}\n\n${article}`)).toBe('First\nsecond');
  });

  it('goes on over the points of a list', () => {
    const list = 'Job titles of the future\n\n• Designer of robots\n\n• Manager of robots\n\n• Robot';
    expect(bodyOf(`${article}\n\n${list}\n\n${signature}\n\n${article}`)).toBe(list);
  });

  it('begins behind the line that announces it', () => {
    const body = 'There is a first part of it. And a second one, which @bob liked #parts';
    expect(bodyOf(`${article}\n\nHe wrote:\n\n${body}\n\n${signature}\n\n${article}`)).toBe(body);
  });

  it('ends before the marks of a quote in Markdown', () => {
    expect(bodyOf(`${article}\n\n> A post of one line.\n> \n> ${signature}\n\n${article}`)).toMatch(
      /A post of one line\.$/,
    );
  });

  it('begins where the writing system changes', () => {
    expect(bodyOf(`Roscosmos quoted him in a post\n\nВина лежит на плечах других стран ${signature}`)).toBe(
      'Вина лежит на плечах других стран',
    );
  });

  it('is never longer than a post of its day', () => {
    const sentence = 'This is a sentence of exactly fifty characters, yes. ';
    const line = sentence.repeat(20);
    expect(bodyOf(`${line}${signature}`)?.length).toBeLessThanOrEqual(286);
    expect(bodyOf(`${line}— Ann (@ann) March 5, 2014`)?.length).toBeLessThanOrEqual(143);
  });

  it('begins at a glued sentence in text without line breaks', () => {
    const text = `${article} ${article} ${article} Then she wrote this from 2016.Happy new year to all of you, and thanks! #2017  Ann (@ann) December 31, 2016Then ${article}`;
    expect(bodyOf(text)).toBe('Happy new year to all of you, and thanks! #2017');
  });

  it('begins where the language changes, in text without line breaks', () => {
    const german =
      'Der Artikel ist auf Deutsch, und er hat nicht die Sprache von dem, was die Leute da schreiben. '.repeat(5);
    expect(bodyOf(`${german}This is what they are doing to the station ${signature} ${german}`)).toBe(
      'This is what they are doing to the station',
    );
  });

  it('may begin elsewhere, where that is not clear', () => {
    const [embed] = findReferences(`First, a line.\n\nThen another line.\n\n${signature}\n\n${article}`, {
      format: 'text',
    });
    const all = [embed, ...(embed?.alternatives ?? [])];
    expect(embed?.alternatives?.length).toBeGreaterThan(0);
    expect(all.reduce((sum, reading) => sum + (reading?.confidence ?? 0), 0)).toBeLessThanOrEqual(1);
    expect(embed?.alternatives?.map(({ text }) => text)).not.toContain(embed?.text);
  });

  it('is less sure where it is less clear', () => {
    const [clear] = findReferences(`${article}\n\nOne paragraph. ${signature}`, { format: 'text' });
    const [unclear] = findReferences(
      `First, a line.\n\nThen #another line\n\n• and a third ${signature}\n\n${article}`,
      { format: 'text' },
    );
    expect(clear?.confidence).toBeGreaterThan(unclear?.confidence ?? 1);
  });

  it('is never as sure between sentences as between lines, however clear it seems', () => {
    const post = 'SO happy to be here with all of you!!! 🎉 #party https://t.co/abcdefghij';
    const [line] = findReferences(`${article}\n\n${post} ${signature}\n\n${article}`, { format: 'text' });
    const [sentence] = findReferences(`${article} ${post} ${signature} ${article}`, { format: 'text' });
    expect(line?.text).toBe(post);
    expect(sentence?.confidence).toBeLessThan(line?.confidence ?? 0);
  });
});
