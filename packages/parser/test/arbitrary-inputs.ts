import * as fc from 'fast-check';

const blockquote =
  '<blockquote class="twitter-tweet"><p lang="en">Hi</p>&mdash; Ann Example (@ann) <a href="https://twitter.com/ann/status/1500127395262201857">March 5, 2022</a></blockquote>';

/** What references are made of, and what is made to break them. */
const pieces = [
  '— Ann Example (@ann) March 5, 2022',
  'text. ',
  '\n\n',
  '(@',
  '(@ann)',
  ' 5 March 2022',
  'https://t.co/AbCdEfGhIj',
  'pic.twitter.com/AbCdEfGhIj',
  'https://x.com/ann/status/20',
  'https:\\/\\/x.com\\/ann\\/status\\/20',
  'https://web.archive.org/web/2022/https://x.com/ann/status/20?s=20',
  '[tweet 1500127395262201857]',
  '{{< x user="ann" id="1500127395262201857" >}}',
  '`',
  '[a](',
  ') ',
  blockquote,
  JSON.stringify(blockquote),
  blockquote.replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
  '<blockquote class="twitter-tweet"><p lang="en">',
  '&mdash; ',
  '</p>',
  '<a href="https://twitter.com/ann/status/1500127395262201857">',
  '</a>',
  '</blockquote>',
  '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
  '<script>',
  '</script>',
  '</',
  '<!--',
  '&amp',
  '\uD83D',
  '\u0000',
  '中文。',
] as const;

/** Any text at all, and texts that are full of references and of halves of them. Lone surrogates and NULs are in both. */
export const arbitraryInputs: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
    .map((parts) => parts.join('')),
);
