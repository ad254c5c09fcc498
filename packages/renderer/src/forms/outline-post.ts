import { platformOf, type Post, type Quoted } from '@embalm/post';
import { linkUrl } from '../html/safe-url.ts';
import { fillText } from '../labels/fill-label.ts';
import { formatDate, formatDay, readDate } from '../labels/format-date.ts';
import { formatCount, formatNumber, formatPercent } from '../labels/format-number.ts';
import type { Labels } from '../labels/labels.ts';
import { wordAccountLabel } from '../parts/badges.ts';
import { nameKind } from '../parts/card.ts';
import { shownCounts } from '../parts/counts.ts';
import type { ShownAssetFinder } from '../parts/shown-asset.ts';
import { postUrl, profileUrl, urlOfPostId } from '../platform-links.ts';
import { countriesOf } from '../text/countries-of.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import { outlineMedia } from './outline-media.ts';
import { outlineText } from './outline-text.ts';
import { type Block, joinInline, type Line, link, paragraph } from './outline.ts';

/** What an outline is made with. */
export interface OutlineContext {
  readonly labels: Labels;
  readonly assetFor: ShownAssetFinder;
  readonly quoted: boolean;
  /** How many posts this one stands in. */
  readonly depth: number;
}

const deepest = 1;

/** A post as a quotation. */
export function outlinePost(post: Post, context: OutlineContext): Block {
  const { labels, depth } = context;
  const nested = { ...context, depth: depth + 1 };
  return {
    type: 'quote',
    cite: postUrl(post),
    blocks: [
      ...(depth === 0 ? outlineParents(post, nested) : []),
      { type: 'paragraph', lines: [outlineAuthor(post, labels), ...outlineReply(post, labels)] },
      ...(post.repostOf?.type === 'post' ? [] : outlineText(post, context)),
      ...outlineQuoted(post.repostOf, nested),
      ...outlineMedia(post, context),
      ...outlinePoll(post, labels),
      ...outlineCard(post, labels),
      ...outlineQuoted(post.quote, nested),
      ...outlineNote(post, labels),
      ...outlineFacts(post, labels),
    ],
  };
}

/** The posts that this one answers, the oldest first, one below the other. */
function outlineParents({ parent }: Post, context: OutlineContext): readonly Block[] {
  const blocks: Block[] = [];
  for (let quoted = parent; quoted !== null; quoted = quoted.type === 'post' ? quoted.post.parent : null) {
    blocks.unshift(...outlineQuoted(quoted, context));
  }
  return blocks;
}

function outlineAuthor({ id, author, repostOf }: Post, labels: Labels): Line {
  const name = stripBidi(author.name);
  const verification = author.verification === null ? null : labels.verification[author.verification];
  const handle = `@${stripBidi(author.handle)}`;
  const url = profileUrl(platformOf(id), author.handle);
  if (repostOf?.type === 'post') return [link(fillText(labels.reposted, { name: `${name} (${handle})` }), url)];
  return joinInline([link(`${name} (${handle})`, url), verification, wordAccountLabel(author, labels)]);
}

function outlineReply({ id, replyTo, parent }: Post, labels: Labels): readonly Line[] {
  if (replyTo === null || parent?.type === 'post') return [];
  const url = urlOfPostId(replyTo.id) ?? profileUrl(platformOf(id), replyTo.handle);
  return [[link(fillText(labels.replyingTo, { handle: `@${stripBidi(replyTo.handle)}` }), url)]];
}

function outlineQuoted(quoted: Quoted | null, context: OutlineContext): readonly Block[] {
  const { labels, depth } = context;
  if (quoted === null) return [];
  if (quoted.type === 'tombstone') {
    const text = quoted.text === '' ? labels.postUnavailable : quoted.text;
    return [{ type: 'quote', cite: null, blocks: [paragraph(link(text, urlOfPostId(quoted.id)))] }];
  }
  if (depth <= deepest) return [outlinePost(quoted.post, context)];
  const words = fillText(labels.nestedDeeper, { link: `@${stripBidi(quoted.post.author.handle)}` });
  return [paragraph(link(words, postUrl(quoted.post)))];
}

function outlinePoll({ poll }: Post, labels: Labels): readonly Block[] {
  if (poll === null || poll.choices.length === 0) return [];
  const total = poll.choices.reduce((sum, { votes }) => sum + (votes ?? 0), 0);
  const items = poll.choices.map(({ label, votes }) => {
    if (votes === null || total === 0) return [`${label}: ${labels.pollUnknown}`];
    return [`${label}: ${formatPercent(votes / total, labels)} (${formatNumber(votes, labels)})`];
  });
  const end = readDate(poll.endsAt);
  const open = end === null ? null : fillText(labels.pollOpen, { date: formatDate(end, labels) });
  const state = poll.final ? labels.pollFinal : open;
  const caption = joinInline([labels.poll, formatCount(total, labels.counts.votes, labels), state]);
  return [paragraph(...caption), { type: 'list', items }];
}

function outlineCard({ card }: Post, labels: Labels): readonly Block[] {
  const url = linkUrl(card?.url);
  if (card === null || url === null) return [];
  const about = card.description === null ? [] : [[stripBidi(card.description)]];
  const title = [nameKind(card.kind, labels), stripBidi(card.title ?? card.url), card.site].filter(
    (part) => part !== null && part !== '',
  );
  return [{ type: 'paragraph', lines: [[link(title.join(' · '), url)], ...about] }];
}

function outlineNote({ communityNote }: Post, labels: Labels): readonly Block[] {
  if (communityNote === null) return [];
  const lines = communityNote.text.split(/\r?\n/).map((line) => [line]);
  return [{ type: 'paragraph', lines: [[`${labels.note}:`], ...lines] }];
}

function outlineFacts(post: Post, labels: Labels): readonly Block[] {
  const date = readDate(post.createdAt);
  const place = post.place === null ? null : stripBidi(post.place);
  const countries = countriesOf(post);
  const facts = joinInline([
    link(date === null ? labels.original : formatDate(date, labels), postUrl(post)),
    post.edits?.edited === true ? labels.edited : null,
    place,
    post.sourceLabel === null ? null : stripBidi(post.sourceLabel),
    countries === null ? null : fillText(labels.withheldIn, { countries }),
  ]);
  return [{ type: 'paragraph', lines: [facts, ...outlineCounts(post, labels)] }];
}

function outlineCounts({ counts }: Post, labels: Labels): readonly Line[] {
  if (counts === null) return [];
  const known = shownCounts.flatMap((kind) => {
    const count = counts[kind];
    return count === null || count === 0 ? [] : [formatCount(count, labels.counts[kind], labels)];
  });
  const date = readDate(counts.asOf);
  const asOf = date === null ? '' : fillText(labels.asOf, { date: formatDay(date, labels) });
  return known.length === 0 ? [] : [[`${known.join(' · ')}${asOf}`]];
}
