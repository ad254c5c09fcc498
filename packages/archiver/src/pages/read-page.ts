import { arrayOf, boolean, dictionary, nullable, object, string } from '@embalm/post/decode';
import type { MissingFile } from '@embalm/store';
import type { CDPSession } from 'playwright';
import { type RawFacts, readFacts } from './in-page/read-facts.ts';
import { type ReadDocument, readDocument } from './in-page/read-document.ts';
import { type FrameRef, openWorld, type World } from '../browser/open-world.ts';
import { pageLimits } from './page-limits.ts';

/** What a browser made of a page. */
export interface PageReading {
  readonly facts: RawFacts;
  readonly document: ReadDocument;
  /** Of its frames, those that have something in them, in the order of the page. */
  readonly frames: readonly ReadDocument[];
  /** What is not in it, and why. */
  readonly missing: readonly MissingFile[];
}

const readingOfDocument = object<ReadDocument>({ url: string, html: string, whole: boolean });

const readingOfFacts = object<RawFacts>({
  url: string,
  lang: nullable(string),
  title: string,
  canonicalUrl: nullable(string),
  metadata: dictionary(string, 'a name', () => true),
  linkedData: arrayOf(string),
  text: string,
  whole: boolean,
});

/** Of a frame that nothing was ever put into. */
const emptyDocument = /^(?:<!DOCTYPE html>\s*)?<html><head><\/head><body><\/body><\/html>\s*$/;

/**
 * Read a page out of the browser. What comes from it is checked: a page can make its elements answer anything.
 *
 * @throws If it goes away, leads elsewhere, or does not let itself be read.
 */
export async function readPage(session: CDPSession): Promise<PageReading> {
  const world = openWorld(session);
  const [main, ...children] = await world.frames();
  const facts = readingOfFacts(await world.call(main, readFacts, pageLimits.facts));
  const document = readingOfDocument(await world.call(main, readDocument, pageLimits.documentLength));
  const missing: MissingFile[] = document.whole ? [] : [{ url: document.url, reason: 'the end of its document' }];
  const frames: ReadDocument[] = [];
  for (const child of children) {
    const read = await readFrame(world, child);
    if (read === null || emptyDocument.test(read.html)) continue;
    if (frames.length < pageLimits.frames && read.whole) frames.push(read);
    else
      missing.push({ url: read.url, reason: 'the document of a frame: there are too many of them, or it is too long' });
  }
  return { facts, document, frames, missing };
}

/** A frame may be gone by now. */
async function readFrame(world: World, frame: FrameRef): Promise<ReadDocument | null> {
  try {
    return readingOfDocument(await world.call(frame, readDocument, pageLimits.frameLength));
  } catch {
    return null;
  }
}
