import type { Handler } from '../local-site.ts';

/** What X's hosts do, as a test wants it. */
export interface EmbedSite {
  /** Answers `tweet-result`. */
  readonly payload: Handler;
  /** Answers the embed page; default {@link embedPage}. */
  readonly page?: Handler;
}

/** A photo for the embed page: 1 by 1 pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An embed page of our own writing that works as X's does: a script asks for the payload, then draws the post. */
const embedPage = `<!doctype html><meta charset="utf-8"><title>Post</title>
<style>body { margin: 8px; font: 20px/1.4 sans-serif } article { max-width: 520px; padding: 12px; border: 1px solid }
.dark { background: #15202b; color: #fff } img { width: 500px; height: 280px }</style>
<main></main><script src="/embed/embed.js"></script>`;

const embedScript = `const { searchParams: query } = new URL(location.href);
new Image().src = 'https://syndication.twitter.com/i/jot?l=1';
fetch('https://cdn.syndication.twimg.com/tweet-result?id=' + query.get('id') + '&lang=en&token=4')
  .then((answer) => answer.json())
  .then((payload) => {
    const article = document.createElement('article');
    article.className = query.get('theme');
    article.append(payload.text, new Image());
    article.querySelector('img').src = 'https://pbs.twimg.com/media/pixel.png';
    document.querySelector('main').append(article);
  });`;

/** Serve X's hosts, for the embed page of any post. */
export function serveEmbed({ payload, page }: EmbedSite): Handler {
  return (request, response) => {
    const { host } = request.headers;
    const path = (request.url ?? '').split('?', 1)[0];
    response.setHeader('access-control-allow-origin', '*');
    if (host === 'cdn.syndication.twimg.com') return payload(request, response);
    if (host === 'pbs.twimg.com') {
      response.setHeader('cache-control', 'max-age=604800');
      response.setHeader('content-type', 'image/png');
      response.end(pixel);
    } else if (path === '/embed/embed.js') {
      response.setHeader('cache-control', 'max-age=604800');
      response.setHeader('content-type', 'text/javascript');
      response.end(embedScript);
    } else if (page === undefined) {
      response.setHeader('content-type', 'text/html');
      response.end(embedPage);
    } else page(request, response);
  };
}

/** A payload of `tweet-result`. */
export function tweetPayload(id: string, text: string): string {
  return JSON.stringify({
    __typename: 'Tweet',
    lang: 'en',
    created_at: '2022-03-05T22:04:25.000Z',
    display_text_range: [0, text.length],
    entities: { hashtags: [], urls: [], user_mentions: [], symbols: [] },
    id_str: id,
    text,
    user: {
      id_str: '18164420',
      name: 'NASA Watch',
      screen_name: 'NASAWatch',
      profile_image_url_https: 'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
      profile_image_shape: 'Circle',
      is_blue_verified: false,
      verified: false,
    },
    favorite_count: 3,
    conversation_count: 1,
  });
}
