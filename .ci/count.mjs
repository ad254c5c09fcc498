// Prints `N passed, N failed` from vitest's JSON report; fails if no test ran or one failed.
import { readFileSync } from 'node:fs';

const path = process.argv[2];
const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, success } = read(path);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = passed > 0 && failed === 0 && success ? 0 : 1;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`No test report: ${error.message}`);
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, success: false };
  }
}
