import type { Author, Media, Post, Quoted } from '@embalm/post';
import type { StoredFile } from '@embalm/store';
import { listImageRungs } from './ladder.ts';
import { findStream, listVideoFiles, readVideoRung } from './video-ladder.ts';

/** A file that a post is made of. */
export interface WantedFile {
  /** As in `quote/media/1`, without the end that says its type. */
  readonly name: string;
  readonly role: StoredFile['role'];
  /** The URL in the post; of a video, its best file. */
  readonly of: string;
  /** Where it may be, best first. */
  readonly candidates: readonly Candidate[];
  /** Of a video: its stream, for want of a file and for its captions; else `null`. */
  readonly stream: string | null;
}

/** One place where a file may be. */
export interface Candidate {
  readonly url: string;
  /** The URL in the post that these bytes stand for. */
  readonly of: string;
  readonly rung: string | null;
}

/**
 * List what a post is made of: its media and their posters, avatars, badges, the picture of its card; and the same of
 * the posts within it. A URL that stands in several places is wanted once. Names are made of digits and handles only,
 * so that they are safe whatever the post says.
 *
 * @param folder Where it goes, as in `quote/`.
 */
export function planMedia(post: Post, folder = ''): readonly WantedFile[] {
  const all = [
    ...post.media.flatMap((media, index) => planOne(media, `${folder}media/${index + 1}`)),
    ...planAuthor(post.author, folder),
    ...planImage(post.card?.image?.url ?? null, 'card-image', `${folder}card/image`),
    ...planQuoted(post.quote, `${folder}quote/`),
    ...planQuoted(post.parent, `${folder}parent/`),
    ...planQuoted(post.repostOf, `${folder}repost/`),
  ];
  return [...Map.groupBy(all, ({ of }) => of).values()].flatMap(([first]) => first ?? []);
}

function planOne(media: Media, name: string): readonly WantedFile[] {
  if (media.type === 'photo') return planImage(media.url, 'photo', name);
  const files = listVideoFiles(media.variants);
  const of = files[0]?.url ?? media.variants[0]?.url ?? media.poster ?? '';
  const candidates = files.map(({ url }) => ({ url, of: url, rung: readVideoRung(url) }));
  const video: WantedFile = { name, role: 'video', of, candidates, stream: findStream(media.variants) };
  return [video, ...planImage(media.poster, 'poster', `${name}.poster`)];
}

function planAuthor(author: Author, folder: string): readonly WantedFile[] {
  const handle = author.handle.toLowerCase().replace(/[^a-z0-9_]/g, '') || 'author';
  return [
    ...planImage(author.avatar, 'avatar', `${folder}avatar/${handle}`),
    ...planImage(author.affiliation?.badge ?? null, 'badge', `${folder}badge/${handle}`),
  ];
}

function planQuoted(quoted: Quoted | null, folder: string): readonly WantedFile[] {
  return quoted?.type === 'post' ? planMedia(quoted.post, folder) : [];
}

function planImage(of: string | null, role: StoredFile['role'], name: string): readonly WantedFile[] {
  if (of === null) return [];
  const candidates = listImageRungs(of).map(({ url, rung }) => ({ url, rung, of }));
  return [{ name, role, of, candidates, stream: null }];
}
