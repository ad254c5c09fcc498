export type { Archiver } from './archiver.ts';
export { findBrowser, type FoundBrowser } from './browser/find-browser.ts';
export { installBrowser } from './browser/install-browser.ts';
export { NoBrowserError } from './browser/no-browser-error.ts';
export { checkNetwork } from './check-network.ts';
export type { ProxySettings } from './door-settings.ts';
export { openArchiver, type OpenArchiverOptions } from './open-archiver.ts';
export type { Outcome, Preserved } from './preserve/preserved.ts';
