import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { plainAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';

const folder = path.join(import.meta.dirname, '..', 'embed-page');

/** The script that puts embed pages into articles, and the files of the embed page under `/embed/`, with their media types. */
const files: Readonly<Record<string, string>> = {
  'Tweet.html': 'text/html; charset=utf-8',
  'widgets.js': 'application/javascript; charset=utf-8',
  'embed.css': 'text/css; charset=utf-8',
  'embed.js': 'application/javascript; charset=utf-8',
  'embed-elements.js': 'application/javascript; charset=utf-8',
  'embed-media.js': 'application/javascript; charset=utf-8',
  'embed-post.js': 'application/javascript; charset=utf-8',
  'embed-text.js': 'application/javascript; charset=utf-8',
};

/** platform.twitter.com: an embed page of our own, which asks and draws as X's does. */
export async function answerPlatform(request: SeenRequest): Promise<Answer> {
  const name = request.path.replace(/^\/(?:embed\/)?/, '');
  const mediaType = files[name];
  if (mediaType === undefined) return plainAnswer(404, 'Not Found');
  return {
    status: 200,
    headers: { 'content-type': mediaType, 'cache-control': 'public, max-age=1800' },
    body: await readFile(path.join(folder, name)),
  };
}
