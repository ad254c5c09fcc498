import { htmlAnswer, redirectAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';

const wall = `<!doctype html><html lang="en"><head><title>X</title></head><body>
<h1>Log in to X</h1><p>People on X are the first to know.</p></body></html>`;

/** x.com without a login: a wall, whatever the path. Nothing of a post is in it. */
export function answerStatusPage(): Answer {
  return htmlAnswer(200, wall);
}

/** twitter.com sends everyone to x.com. */
export function answerTwitter(request: SeenRequest): Answer {
  return redirectAnswer(`https://x.com${request.path}${new URL(request.url).search}`, 302);
}
