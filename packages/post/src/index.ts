export { bareAuthor } from './bare-author.ts';
export { type BarePost, barePost } from './bare-post.ts';
export type { CashtagEntity, Entity, HashtagEntity, LinkEntity, MentionEntity } from './entity.ts';
export { ShapeError } from './decode/shape-error.ts';
export type { AnimatedGif, Media, Photo, Video, VideoVariant } from './media.ts';
export type {
  GoneObservation,
  LiveObservation,
  Observation,
  Source,
  State,
  UnreachableObservation,
} from './observation.ts';
export { states } from './observation.ts';
export type { Platform, PostId } from './post-id.ts';
export { idOf, isProvisional, parsePostId, platformOf, platforms, toPostId } from './post-id.ts';
export type {
  AccountLabel,
  Affiliation,
  Author,
  Card,
  CommunityNote,
  Counts,
  EditHistory,
  Poll,
  Post,
  Quoted,
  ReplyTarget,
  Withheld,
} from './post.ts';
export { parseObservation, parseSource, parseState } from './parse-observation.ts';
export type { Page, PagePost } from './page.ts';
export { parsePage } from './parse-page.ts';
export { parsePost } from './parse-post.ts';
export { parseReference } from './parse-reference.ts';
export type { Range } from './range.ts';
export type { Reference, ReferenceAlternative, ReferenceKind } from './reference.ts';
export { referenceKinds } from './reference.ts';
export { dayOfXId, firstXIdAt, timeOfXId, xIdsOfDay } from './snowflake.ts';
