import type { Archive } from '../../archive.ts';
import type { StoredSnapshot } from '../../record/stored-snapshot.ts';
import { digestThrough } from '../digest-through.ts';
import { encodeTexts } from '../encode-texts.ts';
import { NothingToExportError } from '../export-options.ts';
import { type FileExportOptions, ownPieces } from '../own-pieces.ts';
import { openScratch, type Scratch } from '../scratch.ts';
import { selectSnapshots } from '../select-snapshots.ts';
import { cdxjLine } from '../warc/cdxj-line.ts';
import { writeWarc } from '../warc/write-warc.ts';
import { datapackage, datapackageDigest, type Resource } from './datapackage.ts';
import { type FactsGatherer, gatherFacts, type PackageFacts } from './gather-facts.ts';
import { pageOf } from './page-of.ts';
import type { WaczSigner } from './wacz-signer.ts';
import { storeZip } from '../zip/store-zip.ts';
import type { ZipEntry } from '../zip/zip-entry.ts';

/** What to export as WACZ, and how. */
export interface ExportWaczOptions extends FileExportOptions {
  /** Default: the file is not signed. */
  readonly signer?: WaczSigner | undefined;
}

const warcName = 'data.warc.gz';
const pagesHeader = `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All pages', hasText: true })}\n`;

/**
 * Export posts as one WACZ 1.1.1 file, piece by piece: WARC/1.1 records of all that was exchanged, an index, a page for
 * every version of every post, and the digests of it all. It needs no other file. The same posts give the same bytes, on
 * the same version of Node.
 *
 * @throws {NothingToExportError} If no post was selected.
 * @throws {DamageError} If a record or a blob is damaged.
 * @throws {MissingBlobError} If a blob is gone.
 * @throws The signal's reason, if it aborts.
 */
export async function* exportWacz(
  archive: Archive,
  options: ExportWaczOptions,
): AsyncGenerator<Uint8Array, void, void> {
  const { software, signer, lend = false } = options;
  using scratch = await openScratch();
  const gatherer = gatherFacts();
  const resources: Resource[] = [];
  let text = '';
  scratch.addLine('pages', pagesHeader);
  const zip = storeZip([
    measured(`archive/${warcName}`, warc),
    measured('indexes/index.cdxj', () => encodeTexts(scratch.linesOf('index'))),
    measured('pages/pages.jsonl', () => encodeTexts(scratch.linesOf('pages'))),
    {
      path: 'datapackage.json',
      open() {
        text = datapackage(resources, knownFacts(gatherer), software);
        return encodeTexts([text]);
      },
    },
    {
      path: 'datapackage-digest.json',
      open: () => encodeTexts([datapackageDigest(text, knownFacts(gatherer), software, signer)]),
    },
  ]);
  yield* lend ? zip : ownPieces(zip);

  function warc(): AsyncIterable<Uint8Array> {
    const snapshots = notePages(selectSnapshots(archive, options), scratch, gatherer);
    return writeWarc({ archive, scratch, software }, snapshots, (record, span) => {
      const line = cdxjLine(record, warcName, span);
      if (line !== null) scratch.addLine('index', `${line}\n`);
    });
  }

  function measured(path: string, open: ZipEntry['open']): ZipEntry {
    return { path, open: () => digestThrough(open(), (measure) => resources.push({ path, ...measure })) };
  }
}

async function* notePages(
  snapshots: AsyncIterable<StoredSnapshot>,
  scratch: Scratch,
  gatherer: FactsGatherer,
): AsyncGenerator<StoredSnapshot, void, void> {
  for await (const snapshot of snapshots) {
    const page = pageOf(snapshot.record);
    scratch.addLine('pages', `${JSON.stringify(page)}\n`);
    gatherer.add(snapshot.record, page);
    yield snapshot;
  }
}

function knownFacts({ facts }: FactsGatherer): PackageFacts {
  const known = facts();
  if (known === null) throw new NothingToExportError();
  return known;
}
