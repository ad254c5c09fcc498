import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The end-to-end tests run the built command: build what changed, once, before all tests. */
export function setup(): void {
  execFileSync('node_modules/.bin/tsc', ['-b', 'packages/cli'], { cwd: root, stdio: 'inherit' });
}
