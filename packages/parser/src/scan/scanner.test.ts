import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';
import { describe, expect, it } from 'vitest';
import { scannerCode } from './scanner-code.ts';

const file = (name: string): URL => new URL(name, import.meta.url);

describe('scannerCode', () => {
  it('is what scanner.wat compiles to', async () => {
    const compiler = await wabt();
    const compiled = compiler
      .parseWat('scanner.wat', readFileSync(file('scanner.wat'), 'utf8'), { simd: true })
      .toBinary({});
    const code = Buffer.from(compiled.buffer).toString('base64');
    if (process.env['UPDATE_SCANNER'] !== undefined) {
      const told =
        '`scanner.wat`, compiled: `UPDATE_SCANNER=1 vitest run packages/parser/src/scan/scanner.test.ts` writes it.';
      writeFileSync(file('scanner-code.ts'), `/** ${told} */\nexport const scannerCode: string =\n  '${code}';\n`);
    }
    expect(scannerCode).toBe(code);
  });
});
