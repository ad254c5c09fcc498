import { sha256Of } from '../../layout.ts';
import type { Measured } from '../digest-through.ts';
import type { ExportOptions } from '../export-options.ts';
import type { PackageFacts } from './gather-facts.ts';
import type { WaczSigner } from './wacz-signer.ts';

/** A file in a WACZ file. */
export interface Resource extends Measured {
  readonly path: string;
}

type Software = ExportOptions['software'];

/** The text of `datapackage.json` (WACZ 1.1.1 §5.4). */
export function datapackage(resources: readonly Resource[], facts: PackageFacts, software: Software): string {
  const { created, mainPage, posts, snapshots } = facts;
  return inJson({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: posts === 1 ? mainPage.title : `${posts} posts`,
    description: `Posts: ${posts}; captures: ${snapshots}; "created" is the time of the newest.`,
    created,
    modified: created,
    software: `${software.name}/${software.version}`,
    mainPageUrl: mainPage.url,
    mainPageDate: mainPage.ts,
    resources: resources.map(({ path, bytes, sha256 }) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      hash: `sha256:${sha256}`,
      bytes,
    })),
  });
}

/**
 * The text of `datapackage-digest.json`, with the anonymous signature of wacz-auth 0.1.0 if there is a signer. That says
 * who, not when: `created` is that of the package, so that the same captures give the same file.
 *
 * @param text Of `datapackage.json`.
 */
export function datapackageDigest(
  text: string,
  { created }: PackageFacts,
  { name, version }: Software,
  signer: WaczSigner | undefined,
): string {
  const hash = `sha256:${sha256Of(text)}`;
  const file = { path: 'datapackage.json', hash };
  if (signer === undefined) return inJson(file);
  const { publicKey } = signer;
  const signedData = { hash, created, software: name, version, signature: signer.sign(hash), publicKey };
  return inJson({ ...file, signedData });
}

function inJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
