import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

// What takes minutes: `pnpm test:soak`.
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['packages/*/src/**/*.soak.ts', 'tests/**/*.soak.ts'],
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
