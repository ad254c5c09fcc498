import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredSnapshot } from '../../record/stored-snapshot.ts';
import { fillFolder } from '../output/folder-draft.ts';
import { createObject } from './create-object.ts';
import { type KeptObject, readKeptObject, type RootPlaces } from './kept-object.ts';
import { type Added, type ObjectJob, writeVersions } from './object-versions.ts';
import { placeObject, placeVersions } from './place-object.ts';
import { UnusableRootError } from './unusable-root-error.ts';

/**
 * Add an object to a storage root that is there, or new versions to one that it has; nothing if it has them all.
 *
 * @param path Of the object, in the root.
 * @throws {UnusableRootError} If the object is damaged, or of another history.
 */
export async function addObject(
  job: ObjectJob,
  places: RootPlaces,
  path: string,
  snapshots: AsyncIterable<StoredSnapshot>,
): Promise<Added> {
  const { root, temporaries } = places;
  const target = join(root, path);
  const kept = await readKeptObject(places, target, job.id);
  const draft = join(temporaries, 'object');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await using folder = fillFolder(draft);
  if (kept === null) {
    const added = await createObject(job, folder, '', snapshots);
    await folder.finish();
    if (added.versions > 0) await placeObject(draft, root, path);
    return added;
  }
  const versions = writeVersions(job, folder, '', kept.inventory);
  for await (const snapshot of newerThan(kept, snapshots, root, path)) await versions.add(snapshot);
  const inventory = versions.inventory();
  if (inventory !== null) {
    await folder.finish();
    await placeVersions(draft, target, versions.names(), temporaries, inventory);
  }
  return versions.added();
}

/** Captures that come after the newest of an object: the chain of records says which. */
async function* newerThan(
  { record }: KeptObject,
  snapshots: AsyncIterable<StoredSnapshot>,
  root: string,
  path: string,
): AsyncGenerator<StoredSnapshot, void, void> {
  let isReached = false;
  let isKnown = false;
  for await (const snapshot of snapshots) {
    isKnown = true;
    // Of a post that was forgotten and captured again, the record itself is gone.
    isReached ||= snapshot.record.prev === record;
    if (isReached) yield snapshot;
    isReached ||= snapshot.sha256 === record;
  }
  // What was erased from the archive stays in the root.
  if (isReached || !isKnown) return;
  throw new UnusableRootError(root, `${path} has a newest capture that the archive does not know`);
}
