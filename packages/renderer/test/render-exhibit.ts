import type { Post } from '@embalm/post';
import { type CheerioAPI, load } from 'cheerio';
import type { Provenance } from '../src/exhibit.ts';
import { renderPost } from '../src/render-post.ts';
import type { PostOptions } from '../src/settings.ts';
import { fullAssets } from './full-post.ts';
import { makeExhibit } from './make-exhibit.ts';

/** Render a post with local bytes for all of `fullPost`, and read the markup back. */
export function renderExhibit(
  post: Partial<Post> = {},
  provenance: Partial<Provenance> = {},
  options: PostOptions = {},
): CheerioAPI {
  return load(renderPost(makeExhibit(post, provenance, fullAssets), options), null, false);
}

/** The text of each element that a selector finds. */
export function textsOf($: CheerioAPI, selector: string): readonly string[] {
  return $(selector)
    .toArray()
    .map((element) => $(element).text());
}

/** An attribute of each element that a selector finds. */
export function attributesOf($: CheerioAPI, selector: string, name: string): readonly (string | undefined)[] {
  return $(selector)
    .toArray()
    .map((element) => $(element).attr(name));
}
