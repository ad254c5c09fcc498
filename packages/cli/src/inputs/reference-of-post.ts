import { parsePostUrl, parseShortLink } from '@embalm/parser';
import { idOf, isProvisional, parsePostId, platformOf, type Reference } from '@embalm/post';

const bareXId = /^[0-9]{2,19}$/;

/**
 * The reference that names a post on the command line: its URL, its short link, its `x:ID` or the bare id.
 *
 * @returns `null` if the text names no post.
 */
export function referenceOfPost(text: string): Reference | null {
  const post = parsePostId(bareXId.test(text) ? `x:${text}` : text);
  if (post !== null && !isProvisional(post)) {
    return reference(text, 'post-url', { platform: platformOf(post), id: idOf(post) }, null);
  }
  const url = parsePostUrl(text);
  if (url !== null) return reference(text, 'post-url', { platform: url.platform, id: url.id }, url.handle);
  const link = parseShortLink(text);
  if (link === null) return null;
  return { ...reference(text, 'short-link', { platform: 'x', id: null }, null), links: [link.url] };
}

function reference(text: string, kind: Reference['kind'], post: Reference['post'], handle: string | null): Reference {
  const claim = { handle, name: null, date: null, text: null, links: [], lang: null };
  return { kind, range: [0, text.length], post, ...claim, confidence: 1 };
}
