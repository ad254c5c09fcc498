import { element } from './embed-elements.js';

/** The shown part of a post's text. The range is UTF-16 units, the entities' indices are code points, both of the escaped text. */
export function drawText(post) {
  const [start, end] = post.display_text_range ?? [0, post.text.length];
  const points = [...post.text];
  const first = Array.from(post.text.slice(0, start)).length;
  const last = Array.from(post.text.slice(0, end)).length;
  const pieces = [];
  let read = first;
  for (const link of linksOf(post.entities ?? {})) {
    if (link.indices[0] < read || link.indices[1] > last) continue;
    pieces.push(unescape(points.slice(read, link.indices[0]).join('')));
    const label = link.label ?? unescape(points.slice(...link.indices).join(''));
    pieces.push(element('a', { href: link.href, target: '_blank', rel: 'noopener' }, label));
    read = link.indices[1];
  }
  pieces.push(unescape(points.slice(read, last).join('')));
  return element('div', { class: 'text', lang: post.lang, dir: 'auto', 'data-testid': 'tweetText' }, pieces);
}

function linksOf({ hashtags = [], symbols = [], urls = [], user_mentions: mentions = [] }) {
  return [
    ...hashtags.map(({ indices, text }) => ({ indices, href: `https://x.com/hashtag/${encodeURIComponent(text)}` })),
    ...symbols.map(({ indices, text }) => ({ indices, href: `https://x.com/search?q=%24${text}` })),
    ...mentions.map(({ indices, screen_name: handle }) => ({ indices, href: `https://x.com/${handle}` })),
    ...urls.map(({ indices, url, display_url: label }) => ({ indices, href: url, label })),
  ].toSorted((a, b) => a.indices[0] - b.indices[0]);
}

function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
