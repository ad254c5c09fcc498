import { blockquoteOf } from '../payload/blockquote.ts';
import { jsonAnswer, plainAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import { statusUrl } from '../world/status-url.ts';
import type { World } from '../world/world.ts';

const statusPattern =
  /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:i\/web|i|\w{1,20})\/status(?:es)?\/(\d{1,19})/;
const script = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>\n';

/** publish.twitter.com: oEmbed. */
export function answerPublish(request: SeenRequest, world: World): Answer {
  if (request.path !== '/oembed') return plainAnswer(404, 'Not Found');
  const url = request.query.get('url') ?? '';
  const id = statusPattern.exec(url)?.[1];
  const post = id === undefined ? undefined : world.posts.get(id);
  if (post === undefined) {
    const error = { error: 'Sorry, that page does not exist.', request: `/oembed?url=${encodeURIComponent(url)}` };
    return jsonAnswer(404, error);
  }
  const { author } = post.spec;
  const omitScript = ['true', '1', 't'].includes(request.query.get('omit_script') ?? '');
  const theme = request.query.get('theme') === 'dark' ? 'dark' : 'light';
  return jsonAnswer(
    200,
    {
      url: statusUrl(author.handle, post.spec.id),
      author_name: author.name,
      author_url: `https://twitter.com/${author.handle}`,
      html: `${blockquoteOf(post, theme)}\n${omitScript ? '' : script}`,
      width: 550,
      height: null,
      type: 'rich',
      cache_age: '3153600000',
      provider_name: 'Twitter',
      provider_url: 'https://twitter.com',
      version: '1.0',
    },
    { 'cache-control': 'must-revalidate, max-age=3153600000' },
  );
}
