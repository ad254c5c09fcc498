import { element } from './embed-elements.js';
import { drawPost } from './embed-post.js';

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const app = document.querySelector('#app');
app.append(await draw(query.get('id') ?? ''));
// X counts what its embeds show.
fetch('https://syndication.twitter.com/i/jot/embeds?l=seen', { mode: 'no-cors' }).catch(() => {});

async function draw(id) {
  const response = await fetch(payloadUrl(id));
  if (response.status === 404) return notice('Not found');
  if (!response.ok) return notice('Something went wrong. Try again.');
  const payload = await response.json();
  const { __typename: type } = payload;
  switch (type) {
    case 'Tweet':
      return drawPost(payload, query.get('hideThread') === 'true');
    case 'TweetTombstone':
      return notice(payload.tombstone.text.text);
    default:
      return notice('Not found');
  }
}

function notice(text) {
  return element('div', { class: 'notice' }, text);
}

function payloadUrl(id) {
  const token = ((Number(id) / 1e15) * Math.PI).toString(36).replace(/(0+|\.)/g, '');
  const asked = new URLSearchParams({ features: 'tfw_timeline_list:', id, lang: query.get('lang') ?? 'en', token });
  return `https://cdn.syndication.twimg.com/tweet-result?${asked}`;
}
