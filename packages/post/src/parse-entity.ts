import { type Decode, nullable, object, oneOf, string, variant } from './decode/decode.ts';
import { range } from './decode/range.ts';
import type { CashtagEntity, Entity, HashtagEntity, LinkEntity, MentionEntity } from './entity.ts';

/**
 * Read one entity of a post's text.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseEntity: Decode<Entity> = variant<Entity>('type', {
  hashtag: object<HashtagEntity>({ type: oneOf('hashtag'), range, tag: string }),
  cashtag: object<CashtagEntity>({ type: oneOf('cashtag'), range, symbol: string }),
  mention: object<MentionEntity>({ type: oneOf('mention'), range, handle: string, name: nullable(string) }),
  link: object<LinkEntity>({ type: oneOf('link'), range, url: string, display: string, short: nullable(string) }),
});
