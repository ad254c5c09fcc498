import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

describe('readPage', () => {
  it.each([
    ['<p>One\n two</p><p>three</p>', 'One two\n\nthree'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<b>one</b> <i>two</i>', 'one two'],
    ['one<div> <div> two </div></div>three', 'one\n\ntwo \n\nthree'],
    ['<pre>one\n  two</pre>', 'one\n  two'],
    ['a &lt; b &amp;&#x41;&nbsp;c&hellip;', 'a < b &A\u00a0c…'],
    ['a&#10;b', 'a b'],
    ['5 < 6 <3', '5 < 6 <3'],
    ['one<script>two</script><style>three</style>four', 'onefour'],
    ['<title>one</title>two', 'two'],
    ['one</a foo', 'one'],
    ['', ''],
  ])('reads the text of %j', (html, text) => {
    expect(readPage(html).text).toBe(text);
  });

  it('knows where every piece of text stands in the source', () => {
    const html = '<p>One  &amp; two</p>\n<p>thr<b>ee</b></p>';
    const { text, toSource } = readPage(html);
    const sourceOf = (part: string): string => {
      const start = text.indexOf(part);
      return html.slice(...toSource([start, start + part.length]));
    };
    expect(text).toBe('One & two\n\nthree');
    expect(['One', '&', 'two', 'One & two', 'three'].map(sourceOf)).toEqual([
      'One',
      '&amp;',
      'two',
      'One  &amp; two',
      'thr<b>ee',
    ]);
  });
});
