import type { Browser } from 'playwright';
import { explainLaunchFailure } from './explain-launch-failure.ts';
import type { FoundBrowser } from './find-browser.ts';
import { NoBrowserError } from './no-browser-error.ts';

/** Nobody listens there: what is not told to go through the door's proxy has no way out. */
const deadEnd = 'http://127.0.0.1:9';

/**
 * Playwright turns background networking, updates, sync and first-run pages off already. Beyond that:
 * HTTP/1.1 shows its heads word for word, WebRTC and name look-ups may not pass by the proxy, and frames of other
 * sites stay in the page's own process, where one recorder sees them all.
 */
const switches = [
  '--disable-http2',
  '--disable-quic',
  '--autoplay-policy=user-gesture-required',
  '--disable-site-isolation-trials',
  '--disable-domain-reliability',
  '--no-pings',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** How long a browser may take to start, in ms. */
const startTimeoutMs = 30_000;

/**
 * Start a browser, headless and in its sandbox (Chromium has none for root). It reaches nothing until a context of it
 * is given a proxy.
 *
 * @param candidates The browsers there are, best first; the first that starts is taken.
 * @throws {NoBrowserError} If none starts; it says of each why not.
 * @throws The signal's reason, if it aborts.
 */
export async function launchBrowser(candidates: readonly FoundBrowser[], signal: AbortSignal): Promise<Browser> {
  const failures: string[] = [];
  for (const { executable } of candidates) {
    signal.throwIfAborted();
    try {
      return await start(executable, signal);
    } catch (error) {
      signal.throwIfAborted();
      failures.push(`${executable}: ${explainLaunchFailure(error)}`);
    }
  }
  throw new NoBrowserError('No browser starts on this machine.', failures);
}

async function start(executable: string, signal: AbortSignal): Promise<Browser> {
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({
    executablePath: executable,
    args: switches,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
    chromiumSandbox: process.getuid?.() !== 0,
    proxy: { server: deadEnd, bypass: '<-loopback>' },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: startTimeoutMs,
  });
  if (!signal.aborted) return browser;
  await browser.close();
  throw signal.reason;
}
