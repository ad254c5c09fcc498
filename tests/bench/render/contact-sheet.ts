import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '@embalm/archiver';
import { type Asset, renderPost, stylesheet } from '@embalm/renderer';
import { chromium, type Page } from 'playwright';
import { renderPicture } from '../../replica/media/render-picture.ts';
import { drawScene, type SceneName } from '../../replica/media/scenes.ts';
import { loadReactTweet } from './load-react-tweet.ts';
import { readSamples, type Sample } from './read-samples.ts';

// `pnpm bench:sheet [name…]`: ours beside react-tweet's for the same recorded posts, as pictures in .cache/bench/sheet/.
// X's pictures are not asked for: drawn ones of the same shape stand for them on both sides.
const folder = fileURLToPath(new URL('../../../.cache/bench/', import.meta.url));
mkdirSync(join(folder, 'sheet'), { recursive: true });
const scenes: readonly SceneName[] = [
  'mountains',
  'harbour',
  'launch',
  'cat',
  'city',
  'aurora',
  'dunes',
  'garden',
  'crew',
];
const wanted = process.argv.slice(2);
const samples = [...readSamples('syndication'), ...readSamples('graphql'), ...readSamples('v1')].filter(({ name }) =>
  wanted.length === 0 ? true : wanted.some((each) => name.includes(each)),
);
const reactTweet = await loadReactTweet(folder, 'production');
const { executable } = await findBrowser();
await using browser = await chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0 });

const shapes = new Map<string, Pick<Asset, 'width' | 'height'>>();
for (const theme of ['light', 'dark'] as const) {
  for (const [device, width] of [
    ['desktop', 560],
    ['phone', 340],
  ] as const) {
    if (device === 'phone' && theme === 'dark') continue;
    const page = await browser.newPage({ viewport: { width: 2 * width + 60, height: 1000 }, colorScheme: theme });
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      if (url === 'http://sheet.example/')
        return route.fulfill({ contentType: 'text/html', body: pageOf(theme, width) });
      if (/\.mp4|\.ico/.test(url)) return route.abort();
      const { width: wide, height: high } = shapes.get(new URL(url).pathname.slice(1)) ?? sizeFrom(url);
      return route.fulfill({ contentType: 'image/png', body: await draw(url, wide ?? 1100, high ?? 700) });
    });
    await page.goto('http://sheet.example/', { waitUntil: 'networkidle' });
    await shoot(page, `${theme}-${device}`);
    await page.close();
  }
}

function pageOf(theme: string, width: number): string {
  const rows = samples.map(({ name, exhibit, payload }) => {
    // A photograph of a long page is taken without scrolling: nothing may wait for being near.
    return `<tr><td>${ours(exhibit).replaceAll(' loading="lazy"', '')}</td><td>${theirs(payload)}</td></tr><tr><th colspan=2>${name.replaceAll('<', '')}</th></tr>`;
  });
  const back = theme === 'dark' ? '#101215' : '#fff';
  return `<!doctype html><meta charset=utf-8><style>body{margin:0;background:${back};font:16px/1.5 sans-serif}table{table-layout:fixed;width:100%}
    td{width:${width}px;vertical-align:top;padding:0 12px}th{color:#888;font:11px monospace}</style><style>${stylesheet}.embalm.embalm{content-visibility:visible}</style><style>${reactTweet.css}</style>
    <main data-theme=${theme}><table>${rows.join('')}</table></main>`;
}

function ours({ assetFor, ...exhibit }: Sample['exhibit']): string {
  return renderPost({
    ...exhibit,
    assetFor: (url) => {
      const asset = assetFor(url);
      if (asset !== null) shapes.set(asset.src, asset);
      return asset;
    },
  });
}

function theirs(payload: unknown): string {
  try {
    return reactTweet.render(payload);
  } catch (error) {
    return `<p>${String(error)}</p>`;
  }
}

function sizeFrom(url: string): { readonly width: number; readonly height: number } {
  return /profile_images|badge/.test(url) ? { width: 96, height: 96 } : { width: 1100, height: 700 };
}

async function draw(url: string, width: number, height: number): Promise<Buffer> {
  const number = createHash('sha256').update(new URL(url).pathname).digest().readUInt16BE(0);
  const scale = Math.min(1, 1100 / width);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale), format: 'png' } as const;
  const scene = scenes[number % scenes.length] ?? 'mountains';
  const picture = (wide: number, high: number): string =>
    drawScene(scene, { hue: number % 360, at: 0, width: wide, height: high });
  return renderPicture({ ...size, draw: picture }, size);
}

async function shoot(page: Page, name: string): Promise<void> {
  const { height } = (await page.locator('main').boundingBox()) ?? { height: 1000 };
  const most = 1800;
  for (let top = 0, part = 1; top < height; top += most, part += 1) {
    const clip = { x: 0, y: top, width: page.viewportSize()?.width ?? 1000, height: Math.min(most, height - top) };
    await page.screenshot({ path: join(folder, 'sheet', `${name}-${part}.png`), clip, fullPage: true });
  }
}
