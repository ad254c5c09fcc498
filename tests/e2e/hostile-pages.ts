import { gzipSync } from 'node:zlib';
import type { Answer, Reply } from '../replica/reply.ts';
import type { Responder } from '../replica/rule.ts';

/** Answers that mean harm, in place of a host's own. */
export const hostile = {
  /** 200 MB of spaces in 200 kB. Its type keeps the replica from packing it again. */
  gzipBomb: () => ({
    status: 200,
    headers: { ...readable, 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' },
    body: (bomb ??= gzipSync(Buffer.alloc(200_000_000, 32), { level: 1 })),
  }),
  redirectLoop: (request) => ({ status: 302, headers: { ...readable, location: request.url }, body: '' }),
  deepJson: () => json('['.repeat(200_000)),
  hugeJson: () => json(`{"__typename":"Tweet","id_str":"1","text":"${'x'.repeat(6_000_000)}"}`),
  manyKeys: () => json(`{${Array.from({ length: 300_000 }, (_, n) => `"k${n}":0`).join(',')}}`),
  /** The right answer, with keys that change all objects where somebody merges them. */
  pollution: changed((body) =>
    body.replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'),
  ),
  /** The right page, which also opens windows, asks, downloads, and wants to be asked before it goes. */
  busyPage: changed((body) =>
    body.replace(
      '</head>',
      `<script>
        for (let n = 0; n < 5; n += 1) window.open('https://platform.twitter.com/embed/Tweet.html?id=20', '_blank');
        alert('Hello'); confirm('Sure?'); prompt('Who?');
        const link = Object.assign(document.createElement('a'), { href: 'data:application/zip;base64,UEs=', download: 'a.zip' });
        document.documentElement.append(link); link.click(); link.remove();
        onbeforeunload = (event) => { event.preventDefault(); return 'Stay'; };
        navigator.serviceWorker?.register('/embed/embed.js').catch(() => {});
        Notification?.requestPermission().catch(() => {}); navigator.geolocation?.getCurrentPosition(() => {});
      </script></head>`,
    ),
  ),
  /** A page that never asks for its payload. */
  idlePage: () => html('<p>Loading …</p>'),
  /** A page whose script never ends. */
  spinningPage: () => html('<script>for (;;);</script>'),
} satisfies Readonly<Record<string, Responder>>;

const readable = { 'access-control-allow-origin': '*' };
let bomb: Buffer | undefined;

function json(body: string): Answer {
  return { status: 200, headers: { ...readable, 'content-type': 'application/json' }, body };
}

function html(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/html' }, body };
}

/** The right answer, with its body changed. */
export function changed(change: (body: string) => string): Responder {
  return async (_, next): Promise<Reply> => {
    const right = await next();
    return right === 'reset' ? right : { ...right, body: change(Buffer.from(right.body).toString('utf8')) };
  };
}
