import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Check } from './check.ts';

const run = promisify(execFile);

/** Scripts whose posts show boxes in screenshots where no font has them, each by a character of it. */
const scripts = { Japanese: '3042', Chinese: '4e2d', Korean: 'ac00', Arabic: '0627', emoji: '1f600' } as const;

/** Look for fonts that draw what posts are written in. Only screenshots need them. */
export async function checkFonts(): Promise<Check> {
  const missing: string[] = [];
  for (const [script, character] of Object.entries(scripts)) {
    const fonts = await run('fc-list', [`:charset=${character}`], { timeout: 10_000 }).then(
      ({ stdout }) => stdout,
      () => null,
    );
    if (fonts === null) {
      return {
        name: 'fonts',
        result: 'warning',
        detail: 'unknown: fontconfig (fc-list) is not installed',
        remedy: null,
      };
    }
    if (fonts.trim() === '') missing.push(script);
  }
  if (missing.length === 0) {
    return { name: 'fonts', result: 'ok', detail: `for ${Object.keys(scripts).join(', ')}`, remedy: null };
  }
  return {
    name: 'fonts',
    result: 'warning',
    detail: `none for ${missing.join(', ')}: screenshots show boxes there`,
    remedy: 'apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji',
  };
}
