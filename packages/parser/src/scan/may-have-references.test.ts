import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import {
  ampComponents,
  componentAttributes,
  embedClasses,
  frameElements,
  idAttributes,
  namedEmbeds,
  platformComponents,
  xComponents,
} from '../platforms/embed-markup.ts';
import { mayHaveReferences } from './may-have-references.ts';

describe('mayHaveReferences', () => {
  it.each([
    'https://x.com/ann/status/20',
    'https://t.co/AbCdEfGhIj"',
    'PIC.TWITTER.COM/AbCdEfGhIj?',
    'https://twitter.com&#x2F;ann/status/20',
    'https:\\/\\/twitter.com\\/ann\\/status\\/20',
    'twitter.com%2Fann%2Fstatus%2F20',
    'twitter&#46;com/ann/status/20',
    'twitter.com\\u002Fann\\u002Fstatus\\u002F20',
    'Ann (@ann) March 5, 2022',
    'Ann (<a>@ann</a>) March 5, 2022',
    'Ann (&#64;ann) March 5, 2022',
    'Ann &lpar;&commat;ann) March 5, 2022',
    '<blockquote class="twitter-tweet">',
    '{{< tweet 1500127395262201857 >}}',
    '<p>[tweet 1500127395262201857]</p>',
    '<amp-twitter data-tweetid="1500127395262201857">',
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ">',
    '{"html":"\\u003cdiv class=\\"fb-post\\" data-href"}',
  ])('lets %j pass', (text) => {
    expect(mayHaveReferences(Buffer.from(text))).toBe(true);
  });

  it.each([
    'It&#8217;s <p>5/6</p> of &quot;them&quot; &amp; more',
    '{"text":"\\u003cp\\u003eplain","url":"https://example.com/a/b"}',
    '<a href="https://twitter.com/nytimes">Follow</a> <a href="https://twitter.com/intent/tweet?text=a">Share</a>',
    '<meta name="twitter:card" content="summary">',
    'mail@example.com',
  ])('refuses %j', (text) => {
    expect(mayHaveReferences(Buffer.from(text))).toBe(false);
  });
});

describe('mayHaveReferences on real texts', () => {
  const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));
  const names = ['flattened-gold.jsonl', 'flattened-wild.jsonl', 'blockquotes.jsonl', 'other-embeds.jsonl'];
  const missing = !existsSync(corpus);
  if (missing && process.env['EMBALM_REQUIRE_CORPUS'] !== undefined)
    throw new Error(`There is no corpus at ${corpus}.`);
  if (missing) console.warn(`${names.length} tests skipped: there is no corpus at ${corpus}`);

  it.skipIf(missing).each(names)('lets all of %s pass in which something is found', (name) => {
    let found = 0;
    for (const line of readFileSync(corpus + name, 'utf8')
      .trim()
      .split('\n')
      .slice(0, 600)) {
      for (const value of Object.values(JSON.parse(line) as Readonly<Record<string, unknown>>)) {
        if (typeof value !== 'string') continue;
        for (const format of ['text', 'html'] as const) {
          if (findReferences(value, { format }).length === 0) continue;
          found += 1;
          expect([mayHaveReferences(Buffer.from(value)), value]).toEqual([true, value]);
          const json = JSON.stringify(value);
          for (const written of [json, json.replaceAll('/', '\\/')])
            expect([mayHaveReferences(Buffer.from(written)), written]).toEqual([true, written]);
        }
      }
    }
    expect(found).toBeGreaterThan(100);
  });
});

describe('mayHaveReferences on anything', () => {
  const filler = [
    '<p>5/6 of them</p>',
    ' class="post-content" ',
    '{"a":[',
    'between & among ',
    '\n',
    'é – “x” ',
    'x'.repeat(200),
  ];
  const references = [
    'https://x.com/ann/status/20 ',
    'https://t.co/AbCdEfGhIj ',
    '<a href="https://nitter.a-long-name-of-a-host.of-another-length.example/ann/status/20">x</a>',
    'https://bird.trom.tf/ann/status/20 ',
    'https://tweet.lambda.dance/ann/status/20 ',
    'HTTPS:\\/\\/TWITT.RE\\/ann\\/status\\/20 ',
    '— Ann Example (@ann) March 5, 2022 ',
    '<blockquote class="twitter-tweet"><p>a</p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/20">March 5, 2022</a></blockquote>',
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cabc123/"></blockquote>',
    '<div class="fb-post" data-href="https://www.facebook.com/ann/posts/1234567890"></div>',
    '<amp-youtube data-videoid="dQw4w9WgXcQ"></amp-youtube>',
    '<Tweet id="1500127395262201857" />',
    '\n\n{{< x user="ann" id="1500127395262201857" >}}\n\n',
    '\n\n{% twitter 1500127395262201857 %}\n\n',
    '\n\n[tweet 1500127395262201857]\n\n',
    '\n\n::tweet{id=1500127395262201857}\n\n',
  ];

  it('lets all pass in which something is found', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...filler), { maxLength: 30 }),
        fc.constantFrom(...references),
        fc.array(fc.constantFrom(...filler), { maxLength: 30 }),
        fc.constantFrom('text', 'html', 'markdown'),
        (before, reference, behind, format) => {
          const input = [...before, reference, ...behind].join('');
          if (findReferences(input, { format }).length === 0) return;
          found += 1;
          expect(mayHaveReferences(Buffer.from(input))).toBe(true);
          expect(mayHaveReferences(Buffer.from(JSON.stringify(input)))).toBe(true);
        },
      ),
      { numRuns: 400, seed: 20_220_305 },
    );
    expect(found).toBeGreaterThan(200);
  });
});

describe('mayHaveReferences on markup', () => {
  const id = '1500127395262201857';
  const addresses = [
    'https://www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.instagram.com/p/Cabc123/',
    'dQw4w9WgXcQ',
    id,
  ];
  const written = [
    ...[...embedClasses].flatMap(([name, { attributes: names }]) =>
      names.flatMap((attribute) => addresses.map((address) => `<div class="a ${name} b" ${attribute}="${address}">`)),
    ),
    ...[...idAttributes.keys()].flatMap((name) => addresses.map((address) => `<i ${name}="${address}">`)),
    ...namedEmbeds.map((names) => `<div ${names.platform}="twitter" ${names.id}="${id}">`),
    ...namedEmbeds.map((names) => `<div ${names.platform}="youtube" ${names.id}="dQw4w9WgXcQ">`),
    ...['tweet', 'my-tweet', 'twitterpost', ...xComponents].flatMap((name) =>
      componentAttributes.map((attribute) => `<${name} ${attribute}="${id}">`),
    ),
    ...[...platformComponents.keys()].flatMap((name) =>
      addresses.flatMap((address) => [`<${name} url="${address}">`, `<${name} videoId="${address}">`]),
    ),
    ...addresses.flatMap((address) => [
      `<div data-oembed-url="${address}">`,
      `<a class="embedly-card" href="${address}">`,
    ]),
    ...[...frameElements].flatMap((name) => addresses.map((address) => `<${name} data-later="${address}">`)),
    ...[...ampComponents].flatMap(([name, { attribute }]) =>
      addresses.map((address) => `<${name} ${attribute}="${address}">`),
    ),
    ...addresses.map((address) => `<blockquote cite="${address}">`),
    '(<a href="https://example.com">@<b>ann</b></a>) <a href="/">March 5, 2022</a>',
  ];

  it('lets all pass that is found', () => {
    const inCapitals = written.map((markup) =>
      markup.replaceAll(/(?<=[ <])[\w-]+(?=[ =>])/g, (name) => name.toUpperCase()),
    );
    const found = [...written, ...inCapitals].filter((markup) => findReferences(markup, { format: 'html' }).length > 0);
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((markup) => !mayHaveReferences(Buffer.from(`<p>a</p>${markup}</div>`)))).toEqual([]);
  });

  it.each([
    '<style>.twitter-tweet { color: red } .fb-post, a.instagram-media {}</style>',
    '<script src="https://platform.twitter.com/widgets.js"></script>',
    '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe><a href="https://www.facebook.com/ann">',
    '<style>@media screen {}</style>',
    'const a = b[x]; {{{ d }}} {%',
    '<p>Twitter: <a href="https://twitter.com/ann">@ann</a>, written by committee</p>',
    'Fran&ccedil;ois &#8217; &#39; &#x27; \\u043f\\u0440 \\u002F',
  ])('refuses %j', (text) => {
    expect(mayHaveReferences(Buffer.from(text))).toBe(false);
  });
});

describe('mayHaveReferences on what is escaped many times', () => {
  it.each([
    ['\\u005cu005cu005cu0040 ', true],
    ['&#92;u005cu005cu0040 (&#64;ann ', true],
    ['\\u005cu005c', false],
    ['&#64; and \\u0040 ', false],
  ])('ends: %j', (text, isLet) => {
    expect(mayHaveReferences(Buffer.from(text.repeat(2000)))).toBe(isLet);
  });
});
