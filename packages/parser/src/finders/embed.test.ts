import { describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';

const id = '1500127395262201857';
const tweet = `https://twitter.com/NASAWatch/status/${id}`;

function find(html: string) {
  return findReferences(`<p>Before.</p>${html}<p>After.</p>`, { format: 'html' });
}

describe('embeds of X in markup', () => {
  it.each([
    ['a rendered widget', `<iframe data-tweet-id="${id}" src="about:blank"></iframe>`],
    [
      'the frame of a widget',
      `<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id=${id}&amp;lang=en"></iframe>`,
    ],
    [
      'a frame that is loaded late',
      `<iframe data-src="https://platform.twitter.com/embed/index.html?id=${id}"></iframe>`,
    ],
    ['a frame that waits for consent', `<iframe data-cmp-src="https://twitframe.com/show?url=${tweet}"></iframe>`],
    ['AMP', `<amp-twitter width="375" height="472" layout="responsive" data-tweetid="${id}"></amp-twitter>`],
    ['a web component', `<twitter-widget class="twitter-tweet" data-tweet-id="${id}"></twitter-widget>`],
    [
      'Substack',
      `<div class="tweet" data-attrs="{&quot;url&quot;:&quot;${tweet}&quot;,&quot;full_text&quot;:&quot;Hi&quot;}"></div>`,
    ],
    ['a newspaper', `<div class="tweet" data-mod="tweet" data-url="${tweet}"></div>`],
    ['a component', `<Tweet id="${id}" />`],
    ['a component with an expression', `<TwitterTweetEmbed tweetId={"${id}"} />`],
    ['a component with a path', `<Tweet tweetLink="NASAWatch/status/${id}" />`],
    ['a string of a program', `<amp-twitter data-tweetid=\\"${id}\\" layout=\\"fixed\\"></amp-twitter>`],
  ])('are found in %s', (_, html) => {
    const [embed, ...others] = find(html);
    expect(embed).toMatchObject({ kind: 'embed', post: { platform: 'x', id }, range: [14, 14 + html.length] });
    expect(others).toEqual([]);
  });

  it.each(['template', 'noscript', 'figure'])('are found within <%s>', (name) => {
    const quote = `<blockquote class="twitter-tweet"><p lang="en">Hi</p>&mdash; NASA Watch (@NASAWatch) <a href="${tweet}">March 5, 2022</a></blockquote>`;
    expect(find(`<${name}>${quote}</${name}>`)).toMatchObject([{ kind: 'embed', post: { id }, text: 'Hi' }]);
  });

  it('say what the blockquote in them says', () => {
    const quote = `<blockquote placeholder class="twitter-tweet"><p lang="en">Hi</p>&mdash; NASA Watch (@NASAWatch) <a href="${tweet}">March 5, 2022</a></blockquote>`;
    const html = `<amp-twitter data-tweetid="${id}">${quote}</amp-twitter>`;
    expect(find(html)).toMatchObject([
      { post: { id }, text: 'Hi', name: 'NASA Watch', lang: 'en', range: [14, 14 + html.length] },
    ]);
  });

  it.each([
    '<div class="tweet">Hi</div>',
    '<Tweet id={id} />',
    '<iframe src="https://platform.twitter.com/widgets/tweet_button.html?id=twitter-widget-0"></iframe>',
  ])('are not %s', (html) => {
    expect(find(html)).toEqual([]);
  });
});

describe('embeds of other platforms', () => {
  it.each([
    [
      'bluesky',
      '3ku5tt4oiks2q',
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:2hvjmbw263/app.bsky.feed.post/3ku5tt4oiks2q"><p>Hi</p></blockquote>',
    ],
    [
      'mastodon',
      '99664077509711321',
      '<iframe src="https://mastodon.example/@ann/99664077509711321/embed" class="mastodon-embed"></iframe>',
    ],
    [
      'mastodon',
      '99664077509711321',
      '<blockquote class="mastodon-embed" data-embed-url="https://mastodon.example/@ann/99664077509711321/embed"></blockquote>',
    ],
    [
      'threads',
      'C9aBcDeFgHi',
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@ann/post/C9aBcDeFgHi"></blockquote>',
    ],
    [
      'instagram',
      'B1cD_e-F',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/B1cD_e-F/?utm_source=ig_embed"></blockquote>',
    ],
    [
      'instagram',
      'B1cD_e-F',
      '<blockquote class="instagram-media"><p><a href="https://www.instagram.com/p/B1cD_e-F/">Hi</a></p></blockquote>',
    ],
    ['instagram', 'B1cD_e-F', '<amp-instagram data-shortcode="B1cD_e-F"></amp-instagram>'],
    [
      'tiktok',
      '6718335390845095173',
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ann/video/6718335390845095173"><section></section></blockquote>',
    ],
    [
      'facebook',
      '10153231379946729',
      '<div class="fb-post" data-href="https://www.facebook.com/ann/posts/10153231379946729/"></div>',
    ],
    [
      'facebook',
      '10153231379946729',
      '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fann%2Fposts%2F10153231379946729&width=500"></iframe>',
    ],
    [
      'reddit',
      '1abcde',
      '<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/space/comments/1abcde/hi/">Hi</a></blockquote>',
    ],
    ['youtube', 'dQw4w9WgXcQ', '<iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"></iframe>'],
  ])('are recognised: %s %s', (platform, post, html) => {
    expect(find(html)).toMatchObject([
      {
        kind: 'embed',
        post: { platform, id: post },
        range: [14, 14 + html.length],
        links: [expect.stringMatching(/^https:/)],
      },
    ]);
  });
});
