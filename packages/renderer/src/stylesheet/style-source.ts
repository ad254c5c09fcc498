import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { remember } from '../labels/remember.ts';

/** How a content security policy names a stylesheet that stands in the page (CSP 3 §2.3.1): by its digest. */
export const styleSourceOf: (css: string) => string = remember((css: string) => {
  const digest = String.fromCharCode(...sha256(utf8ToBytes(css)));
  return `'sha256-${btoa(digest)}'`;
});
