import type { PostSpec } from '../world/post-spec.ts';

/** The page of a post as twitter.com sent it before 2020, with its photos under the URLs that are given. */
export function permalinkPage({ id, author, text, lang = 'en' }: PostSpec, photos: readonly string[] = []): string {
  const handle = escapeHtml(author.handle);
  const media = photos
    .map((url) => `<div class="AdaptiveMedia-photoContainer" data-image-url="${url}"><img src="${url}" alt=""></div>`)
    .join('\n');
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(author.name)} on Twitter</title></head><body>
<div class="permalink-inner permalink-tweet-container">
<div class="tweet permalink-tweet js-original-tweet" data-tweet-id="${id}" data-item-id="${id}"
 data-permalink-path="/${handle}/status/${id}" data-screen-name="${handle}" data-name="${escapeHtml(author.name)}"
 data-user-id="${author.id ?? '1'}">
<div class="js-tweet-text-container">
<p class="TweetTextSize TweetTextSize--jumbo js-tweet-text tweet-text" lang="${lang}">${escapeHtml(text)}<a href="https://t.co/hiddenlink" class="twitter-timeline-link u-hidden" data-pre-embedded="true">pic.twitter.com/hiddenlink</a></p>
</div>
${media}
</div></div></body></html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
