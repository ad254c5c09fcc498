import { expect, test } from 'vitest';
import { openTestArchive } from '../../test/open-test-archive.ts';
import { openWhenNeeded } from './open-when-needed.ts';

test('an archive is opened once, when something is asked of it, and closed again', async () => {
  await using place = await openTestArchive();
  const { archive } = place;
  let opened = 0;
  {
    await using target = openWhenNeeded(async () => {
      opened += 1;
      return archive;
    });
    expect(opened).toBe(0);
    const { sha256 } = await target.keep(Buffer.from('bytes'));
    expect(await target.head('x:20')).toBeNull();
    expect(opened).toBe(1);
    expect(await archive.hasBlob(sha256)).toBe(true);
  }
  await expect(archive.keep(Buffer.from('more'))).rejects.toThrow();
});

test('what hinders the opening is thrown where the archive is needed, and not once more at the end', async () => {
  await using target = openWhenNeeded(async () => {
    throw new Error('no archive');
  });
  await expect(target.keep(Buffer.from('bytes'))).rejects.toThrow('no archive');
});
