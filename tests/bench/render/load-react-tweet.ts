import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What react-tweet makes of a payload, and the stylesheet that it comes with. */
export interface ReactTweet {
  /** @throws Whatever it throws at a payload that it does not know. */
  readonly render: (payload: unknown) => string;
  readonly css: string;
}

/**
 * It is published with CSS modules, which Node does not load; bundled and minified, as sites ship it.
 *
 * @param mode React is made in two builds: a site's build takes the first, a plain program gets the other.
 */
export async function loadReactTweet(folder: string, mode: 'production' | 'development'): Promise<ReactTweet> {
  const outfile = join(folder, `react-tweet-${mode}.cjs`);
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    logLevel: 'error',
    outfile,
  });
  const { render } = createRequire(import.meta.url)(outfile) as Pick<ReactTweet, 'render'>;
  return { render, css: readFileSync(outfile.replace(/cjs$/, 'css'), 'utf8') };
}

// The payload is copied, since it changes what it is given.
const source = `
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { EmbeddedTweet } from 'react-tweet';
export const render = (tweet) => renderToStaticMarkup(createElement(EmbeddedTweet, { tweet: structuredClone(tweet) }));
`;
