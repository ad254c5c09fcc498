import { defineConfig } from 'vitest/config';

// Nothing may depend on the machine: tests run far from UTC, in another language than they expect.
process.env['TZ'] = 'Pacific/Chatham';
process.env['LANG'] = 'tr_TR.UTF-8';

export default defineConfig({
  ssr: { resolve: { conditions: ['@embalm/source'] } },
  resolve: { conditions: ['@embalm/source'] },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['tests/support/build-command.ts'],
    passWithNoTests: false,
    // No test changes what others see. Loading everything anew for each file would take a fifth of the time.
    isolate: false,
    // Many wait for a browser or a child process, not for the processor.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: '.cache/test-report.json' },
  },
});
