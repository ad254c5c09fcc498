import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Check } from './check.ts';

/** A post with a video can take this much. */
const scarceBytes = 1024 ** 3;

/** Look whether the archive can be written, and how much room there is. */
export async function checkDisk(archive: string): Promise<Check> {
  const name = 'disk';
  const place = await nearestFolder(resolve(archive));
  try {
    await access(place, constants.W_OK);
  } catch {
    return {
      name,
      result: 'failure',
      detail: `${place} cannot be written`,
      remedy: 'choose another folder with --archive, or change its permissions',
    };
  }
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GiB free for ${archive}`;
  if (free >= scarceBytes) return { name, result: 'ok', detail, remedy: null };
  return { name, result: 'warning', detail, remedy: 'make room, or choose another folder with --archive' };
}

async function nearestFolder(path: string): Promise<string> {
  try {
    await access(path, constants.F_OK);
    return path;
  } catch {
    return nearestFolder(dirname(path));
  }
}
