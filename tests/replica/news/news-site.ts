import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bytesAnswer, htmlAnswer, plainAnswer, redirectAnswer, type Answer } from '../reply.ts';
import type { Host } from '../hosts/hosts.ts';

/** A made-up newspaper's. */
const newsHost = 'news.example';
/** An article of it that refers to three posts, each in another way. */
export const articleUrl = `https://${newsHost}/2022/03/iss.html`;

const picture = (width: number, height: number, colour: string): Answer =>
  bytesAnswer(
    'image/svg+xml',
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/></svg>`,
    ),
  );

const file = async (name: string, mediaType: string): Promise<Answer> =>
  bytesAnswer(mediaType, await readFile(path.join(import.meta.dirname, name)));

const pages: Readonly<Record<string, () => Answer | Promise<Answer>>> = {
  '/2022/03/iss.html': () => file('article.html', 'text/html; charset=utf-8'),
  '/style.css': () => file('style.css', 'text/css'),
  '/lazy.js': () => file('lazy.js', 'text/javascript'),
  '/crew.svg': () => picture(640, 240, '#357'),
  '/feed.xml': () => file('feed.xml', 'application/rss+xml; charset=utf-8'),
  '/short': () => redirectAnswer('/2022/03/iss.html', 302),
};

/** The newspaper; a collection of posts that it has in a frame, and a banner, are on hosts of their own. */
export const newsHosts: Readonly<Record<string, Host>> = {
  [newsHost]: ({ path: asked }) => pages[asked]?.() ?? plainAnswer(404, 'Not Found'),
  'collections.example': () =>
    htmlAnswer(200, '<p>As seen on <a href="https://twitter.com/roscosmos/status/1499749541795069957">X</a></p>'),
  'ads.example': () => picture(300, 100, '#c33'),
};
