import type { Post } from '@embalm/post';
import { expect, it } from 'vitest';
import { drawnArticle, drawnPage } from '../../test/payloads/drawn-page.ts';
import { legacyPage } from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import { readPage } from './read-page.ts';

const post = { id: '1500127395262201857', handle: 'ada_example', name: 'Ada Example' };

function readPosts(html: string): readonly Post[] {
  return readPage(html, { at }).map((reading) => {
    if (reading.kind !== 'live') throw new Error(`Expected a post, got ${JSON.stringify(reading)}`);
    return reading.post;
  });
}

function readOne(text: string, below = ''): Post | undefined {
  return readPosts(drawnArticle({ ...post, text, below }))[0];
}

/** A quoted post, which has no link of its own. */
function quoteOf(link: string): string {
  return `<div role="link" tabindex="0"><div data-testid="User-Name"><span>Grace</span><span>@grace_example</span><time datetime="2022-03-01T00:00:00.000Z">Mar 1</time></div><div data-testid="tweetText" lang="fr">Cité</div>${link}</div>`;
}

it('reads what the page that twitter.com sent says, too', () => {
  const [drawn] = readPosts(drawnPage);
  const [sent] = readPosts(legacyPage);
  expect(drawn).toMatchObject({
    id: sent?.id,
    url: sent?.url,
    text: sent?.text,
    entities: sent?.entities,
    lang: 'en',
    createdAt: '2022-03-05T15:13:36.706Z',
    author: { handle: 'ada_example', name: 'Ada Example' },
    media: [{ type: 'photo', url: 'https://pbs.twimg.com/media/KEY.jpg', alt: 'A cat and a mouse.' }],
    counts: { replies: 2, reposts: 3, likes: 7, views: 1234, asOf: at },
    truncated: false,
  });
});

it('gives every post of the page, the one that it is of first, with the one that it answers', () => {
  const posts = readPosts(drawnPage);
  expect(posts.map(({ id }) => id)).toEqual([
    'x:1500127395262201857',
    'x:1500127400000000000',
    'x:1500127000000000000',
  ]);
  expect(posts[0]).toMatchObject({
    parent: { type: 'post', post: { text: 'What a pair.' } },
    replyTo: { handle: 'grace_example', id: 'x:1500127000000000000' },
  });
  expect(posts.slice(1).every(({ parent }) => parent === null)).toBe(true);
  expect(readPage(drawnPage, { at, post: 'x:1500127400000000000' })).toMatchObject([{ post: { text: 'Ha!' } }]);
});

it('reads links that are cut for the eye, lines, and where a text is cut', () => {
  const link = `<a href="https://t.co/a"><span aria-hidden="true">https://</span>a.example/long<span aria-hidden="true">er/path</span><span aria-hidden="true">…</span></a>`;
  const cut = '<button data-testid="tweet-text-show-more-link">Show more</button>';
  expect(readOne(`<span>One\n\ntwo </span>${link}`, cut)).toMatchObject({
    text: 'One\n\ntwo https://t.co/a',
    truncated: true,
    entities: [
      {
        type: 'link',
        range: [9, 23],
        url: 'https://a.example/longer/path',
        display: 'a.example/long…',
        short: 'https://t.co/a',
      },
    ],
  });
});

it('reads videos, loops, and pictures of which nothing is said', () => {
  const below = `<div data-testid="tweetPhoto"><video poster="https://pbs.twimg.com/media/P.jpg"><source src="blob:https://x.com/1"></video></div>
    <div data-testid="tweetPhoto"><video poster="https://pbs.twimg.com/tweet_video_thumb/G.jpg" src="https://video.twimg.com/tweet_video/G.mp4"></video></div>
    <div data-testid="tweetPhoto"><img alt="Image" src="https://pbs.twimg.com/media/K.png?name=small"></div>
    <div data-testid="tweetPhoto"><img alt="" src="https://elsewhere.example/media/K.png"></div>`;
  expect(readOne('', below)?.media).toMatchObject([
    { type: 'video', poster: 'https://pbs.twimg.com/media/P.jpg', variants: [] },
    { type: 'animated-gif', variants: [{ url: 'https://video.twimg.com/tweet_video/G.mp4' }] },
    { type: 'photo', url: 'https://pbs.twimg.com/media/K.png', alt: null },
  ]);
});

it('keeps a quoted post apart, and has it if a link says which it is', () => {
  const photo =
    '<a href="/grace_example/status/1498000000000000000/photo/1"><div data-testid="tweetPhoto"><img src="https://pbs.twimg.com/media/Q?format=jpg"></div></a>';
  expect(readOne('Look', quoteOf(photo))).toMatchObject({
    text: 'Look',
    media: [],
    quote: {
      type: 'post',
      post: {
        id: 'x:1498000000000000000',
        author: { handle: 'grace_example', name: 'Grace' },
        text: 'Cité',
        lang: 'fr',
        media: [{ url: 'https://pbs.twimg.com/media/Q.jpg' }],
      },
    },
  });
  expect(readOne('Look', quoteOf(''))).toMatchObject({ text: 'Look', quote: null });
});

it('reads previews of links, and of articles', () => {
  const card = `<div data-testid="card.wrapper"><div data-testid="card.layoutLarge.media"><a href="https://t.co/c" aria-label="news.example What the crew saw"><img src="https://pbs.twimg.com/card_img/1/a"></a></div></div>`;
  expect(readOne('', card)?.card).toEqual({
    kind: 'summary-large-image',
    url: 'https://t.co/c',
    title: 'What the crew saw',
    description: null,
    site: 'news.example',
    image: { url: 'https://pbs.twimg.com/card_img/1/a', width: null, height: null, alt: null },
  });
  expect(readOne('', '<div data-testid="twitter-article-title">Orbits</div>')?.card).toMatchObject({
    kind: 'article',
    url: 'https://x.com/i/article/1500127395262201857',
    title: 'Orbits',
  });
});

it('is no post without a link that says which (safe)', () => {
  const article = drawnArticle({ ...post, text: 'Words' });
  expect(readPage(article.replaceAll('/status/', '/photos/'), { at })).toMatchObject([{ kind: 'unreadable' }]);
  expect(readPage(article.replaceAll('href="/', 'href="https://evil.example/'), { at })).toMatchObject([
    { kind: 'unreadable' },
  ]);
});

it('takes time in proportion to the length of a hostile page (safe)', () => {
  const start = process.threadCpuUsage();
  const link = '<div role="link"><div data-testid="User-Name"><a href="/a/status/20"><time></time></a></div>';
  expect(readPosts(`<article data-testid="tweet"><a href="/a/status/20"></a>${link.repeat(30_000)}`)).toHaveLength(1);
  expect(readPosts('<article data-testid="tweet"><a href="/a/status/20">'.repeat(30_000))).toHaveLength(1);
  expect(process.threadCpuUsage(start).user).toBeLessThan(3e6);
});
