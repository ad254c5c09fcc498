import { avatarKey, pictureOfAvatar } from '../media/avatar.ts';
import { pictureOfScene } from '../media/picture.ts';
import { composeText } from './compose-text.ts';
import { deriveCode } from './derive.ts';
import type { CardSpec, PostSpec } from './post-spec.ts';
import { publishMedium, withdrawMedium } from './publish-media.ts';
import { statusUrl } from './status-url.ts';
import type { PublishedPost, World } from './world.ts';

/** Characters of a long post that its payload shows. */
const longPost = 280;
const cardImage = { width: 1600, height: 838 } as const;

/** Publish a post: it, its author's avatar, its media and its short links can be asked for. */
export function publishPost(world: World, spec: PostSpec): void {
  unpublish(world, spec.id);
  world.withdrawn.delete(spec.id);
  world.names.set(spec.author.handle.toLowerCase(), spec.author.name);
  for (const account of [spec.author, spec.author.affiliation ?? spec.author]) {
    world.pictures.set(`/profile_images/${avatarKey(account)}`, pictureOfAvatar(account));
  }

  const media = (spec.media ?? []).map((medium, index) => publishMedium(world, spec.id, medium, index));
  const mediaCode = media.length === 0 ? null : (spec.code ?? deriveCode(`${spec.id} media`, 10));
  const cut = Array.from(spec.text).length > longPost;
  const text = composeText({
    seed: spec.id,
    text: cut
      ? `${Array.from(spec.text)
          .slice(0, longPost - 1)
          .join('')}…`
      : spec.text,
    answers: spec.parent === undefined ? null : answeredHandle(world, spec.parent),
    mediaLink: mediaCode === null ? null : `https://t.co/${mediaCode}`,
    nameOf: (handle) => world.names.get(handle.toLowerCase()) ?? handle,
  });
  const post: PublishedPost = {
    spec,
    text,
    media,
    mediaCode,
    cut,
    cardLink: text.shortLinks.find((link) => link.target === spec.card?.url)?.url ?? null,
    cardImage: spec.card === undefined ? null : publishCardImage(world, spec.id, spec.card),
  };
  world.posts.set(spec.id, post);
  publishShortLinks(world, post);
}

/** Delete a post and its media; its short links still lead where it was. */
export function withdrawPost(world: World, id: string, notice: string | null): void {
  unpublish(world, id);
  world.withdrawn.set(id, notice);
}

/** The short link under which a post quotes another. */
export function quoteCode(post: PublishedPost): string | null {
  return post.spec.quote === undefined ? null : deriveCode(`${post.spec.id} quote`, 10);
}

function unpublish(world: World, id: string): void {
  for (const medium of world.posts.get(id)?.media ?? []) withdrawMedium(world, medium);
  world.posts.delete(id);
}

function publishShortLinks(world: World, post: PublishedPost): void {
  const { spec, text, mediaCode, media } = post;
  for (const link of text.shortLinks) world.shortLinks.set(link.code, link.target);
  if (mediaCode !== null) {
    const page = media[0]?.spec.type === 'photo' ? 'photo/1' : 'video/1';
    world.shortLinks.set(mediaCode, `${statusUrl(spec.author.handle, spec.id)}/${page}`);
  }
  const quoted = spec.quote === undefined ? undefined : world.posts.get(spec.quote)?.spec;
  const code = quoteCode(post);
  if (quoted !== undefined && code !== null) world.shortLinks.set(code, statusUrl(quoted.author.handle, quoted.id));
}

function publishCardImage(world: World, id: string, card: CardSpec): string {
  const path = `/card_img/${id}/${deriveCode(`${id} card`, 8)}`;
  world.pictures.set(path, pictureOfScene({ scene: card.scene, ...cardImage }, 'jpg'));
  return `https://pbs.twimg.com${path}`;
}

function answeredHandle(world: World, id: string): string {
  const parent = world.posts.get(id);
  if (parent === undefined) throw new RangeError(`Publish post ${id} before the one that answers it`);
  return parent.spec.author.handle;
}
