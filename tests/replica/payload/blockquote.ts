import { quoteCode } from '../world/publish-post.ts';
import { statusUrl, timeOf } from '../world/status-url.ts';
import type { PublishedPost } from '../world/world.ts';

const refSrc = 'ref_src=twsrc%5Etfw';
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** The blockquote that oEmbed gives, and that articles paste. */
export function blockquoteOf(post: PublishedPost, theme: 'light' | 'dark'): string {
  const { author, id, lang = 'en' } = post.spec;
  const dataTheme = theme === 'dark' ? ' data-theme="dark"' : '';
  const direction = rightToLeft.has(lang) ? 'rtl' : 'ltr';
  const date = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(timeOf(id));
  const page = `${statusUrl(author.handle, id)}?${refSrc}`;
  return `<blockquote class="twitter-tweet"${dataTheme}><p lang="${lang}" dir="${direction}">${bodyOf(post)}</p>&mdash; ${escapeHtml(author.name)} (@${author.handle}) <a href="${page}">${date}</a></blockquote>`;
}

/** The text with its entities linked; at its end the links of a quoted post and of the media. */
function bodyOf(post: PublishedPost): string {
  const { entities, text } = post.text;
  const shown = Array.from(text);
  const links = [
    ...entities.hashtags.map(({ indices, text: tag }) => ({
      indices,
      href: `https://twitter.com/hashtag/${encodeURIComponent(tag)}?src=hash&amp;${refSrc}`,
      label: null,
    })),
    ...entities.symbols.map(({ indices, text: symbol }) => ({
      indices,
      href: `https://twitter.com/search?q=%24${symbol}&amp;src=ctag&amp;${refSrc}`,
      label: null,
    })),
    ...entities.user_mentions.map(({ indices, screen_name: handle }) => ({
      indices,
      href: `https://twitter.com/${handle}?${refSrc}`,
      label: null,
    })),
    ...entities.urls.map(({ indices, url }) => ({ indices, href: url, label: url })),
    ...(post.text.mediaIndices === null
      ? []
      : [
          {
            indices: post.text.mediaIndices,
            href: `https://t.co/${post.mediaCode}`,
            label: `pic.twitter.com/${post.mediaCode}`,
          },
        ]),
  ].toSorted((a, b) => a.indices[0] - b.indices[0]);
  let html = '';
  let read = 0;
  for (const { indices, href, label } of links) {
    html += `${shown.slice(read, indices[0]).join('')}<a href="${href}">${label ?? shown.slice(...indices).join('')}</a>`;
    read = indices[1];
  }
  html += shown.slice(read).join('');
  const quote = quoteCode(post);
  if (quote !== null) html += ` <a href="https://t.co/${quote}">https://t.co/${quote}</a>`;
  return html.replaceAll('\n', '<br>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
