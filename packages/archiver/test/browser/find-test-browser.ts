import { findBrowsers } from '../../src/browser/find-browser.ts';

/**
 * Whether tests that need a real browser can run. Without one they are skipped, which is said aloud; where
 * `EMBALM_REQUIRE_BROWSER` is set they fail instead.
 */
export async function hasTestBrowser(suite: string): Promise<boolean> {
  try {
    await findBrowsers();
    return true;
  } catch (error) {
    if (process.env['EMBALM_REQUIRE_BROWSER']) throw error;
    console.warn(`SKIPPED, for there is no browser: all tests of ${suite}`);
    return false;
  }
}
