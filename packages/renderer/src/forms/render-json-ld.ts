import type { Post } from '@embalm/post';
import type { Exhibit } from '../exhibit.ts';
import { linkUrl, textOfUrl, type SafeUrl } from '../html/safe-url.ts';
import { readDate } from '../labels/format-date.ts';
import { postUrl, profileUrl } from '../platform-links.ts';
import { platformOf } from '@embalm/post';

/** What would end a script element or a line of one; as escapes they mean the same to readers of JSON. */
const special = /[<>&\u2028\u2029]/g;
const interactions = {
  likes: 'LikeAction',
  replies: 'CommentAction',
  reposts: 'ShareAction',
  views: 'ViewAction',
} as const;

/**
 * Describe a post for machines: a `SocialMediaPosting` of schema.org as a `<script type="application/ld+json">`, which
 * browsers do not run. Sanitizers take it out; pages that want it put it beside the post.
 *
 * What an article only says of a post is not described: it was never seen.
 *
 * @returns Empty if the content is only quoted.
 */
export function renderJsonLd({ post, provenance }: Exhibit): string {
  if (provenance.source === 'quoted') return '';
  const described = { '@context': 'https://schema.org', ...describePost(post), sharedContent: describeQuote(post) };
  const json = JSON.stringify(described).replaceAll(special, escape);
  return `<script type="application/ld+json">${json}</script>`;
}

function describePost(post: Post): Readonly<Record<string, unknown>> {
  const { author, counts, text, lang, createdAt, edits } = post;
  const url = textOrNothing(postUrl(post));
  return {
    '@type': 'SocialMediaPosting',
    '@id': url,
    url,
    author: {
      '@type': 'Person',
      name: author.name,
      alternateName: `@${author.handle}`,
      identifier: author.id ?? undefined,
      url: textOrNothing(profileUrl(platformOf(post.id), author.handle)),
    },
    datePublished: readDate(createdAt) ?? undefined,
    inLanguage: lang ?? undefined,
    text,
    creativeWorkStatus: edits?.edited === true ? 'Edited' : undefined,
    interactionStatistic: (Object.keys(interactions) as (keyof typeof interactions)[]).flatMap((kind) => {
      const count = counts?.[kind] ?? null;
      if (count === null || !Number.isFinite(count)) return [];
      const interactionType = `https://schema.org/${interactions[kind]}`;
      return [{ '@type': 'InteractionCounter', interactionType, userInteractionCount: count }];
    }),
  };
}

function describeQuote({ quote, card }: Post): unknown {
  if (quote?.type === 'post') return describePost(quote.post);
  const url = textOrNothing(linkUrl(card?.url));
  return url === undefined ? undefined : { '@type': 'WebPage', url, name: card?.title ?? undefined };
}

function textOrNothing(url: SafeUrl | null): string | undefined {
  return url === null ? undefined : textOfUrl(url);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
