import { htmlAnswer, plainAnswer, redirectAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import type { World } from '../world/world.ts';

/** Browsers, as X tells them; crawlers and libraries that call themselves Mozilla are none. */
const browserPattern = /^Mozilla\/5\.0 \((?!compatible)[^)]{1,200}\) (?:AppleWebKit|Gecko)\//;

/** t.co, pic.twitter.com and pic.x.com: a redirect for programs, a page that goes on for browsers. */
export function answerShortLink(request: SeenRequest, world: World): Answer {
  const target = world.shortLinks.get(request.path.slice(1));
  if (target === undefined) return plainAnswer(404, '');
  const isBrowser = browserPattern.test(request.headers['user-agent'] ?? '');
  if (request.method === 'HEAD' || !isBrowser) return withAge(redirectAnswer(target));
  const escaped = target.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const script = target.replaceAll('/', String.raw`\/`).replaceAll('"', String.raw`\"`);
  return withAge(
    htmlAnswer(
      200,
      `<head><noscript><META http-equiv="refresh" content="0;URL=${escaped}"></noscript><title>${escaped}</title></head><script>window.opener = null; location.replace("${script}")</script>`,
    ),
  );
}

function withAge(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'private,max-age=300', vary: 'Origin' } };
}
