import { generateKeyPairSync } from 'node:crypto';
import { chmod, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalAuthority, startLocalAuthority } from '../../test/local-authority.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import type { Archive } from '../archive.ts';
import { sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import { checkToken } from './check-token.ts';
import { readResponse } from './read-response.ts';
import { checkSignerCertificate, derOf } from './signer-certificate.ts';
import type { StoredTimestamp, TimestampAuthority } from './stamp-checkpoint.ts';
import { TimestampError } from './timestamp-error.ts';
import { createTimestampQuery } from './timestamp-query.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const authority: LocalAuthority | null = await startLocalAuthority();
afterAll(() => authority?.[Symbol.asyncDispose]());

/** What can be asked of an authority that is there; without one, the tests of it are skipped. */
describe.skipIf(authority === null)('a time stamp of a checkpoint', () => {
  let own: LocalAuthority;
  beforeAll(() => {
    if (authority !== null) own = authority;
  });

  async function stamped(use: (archive: Archive, stamp: StoredTimestamp, root: string) => Promise<void>) {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await archive.commit(draftOf('x:20'));
    const stamp = await archive.timestamp(await archive.checkpoint(privateKey), asking(own.answer));
    await use(archive, stamp, place.path);
  }

  test('is kept beside it, tells when and by whom, and holds for openssl as well', async () => {
    await stamped(async (archive, stamp, root) => {
      expect(stamp).toMatchObject({
        path: expect.stringMatching(/^checkpoints\/000001\.time\.example\.[0-9a-f]{64}\.tst$/),
        accuracyMs: 1500,
        policy: '1.2.3.4.1',
        authority: 'CN=Time of the tests',
        proves: 'signature',
      });
      expect(Math.abs(Date.parse(stamp.at) - Date.now())).toBeLessThan(60_000);
      const data = ['-data', join(root, 'checkpoints/000001.json')];
      const token = ['-in', join(root, stamp.path), '-token_in', '-CAfile', own.rootFile];
      expect(await own.openssl('ts', '-verify', ...data, ...token)).toContain('Verification: OK');
      expect(await problemsOf(archive)).toStrictEqual([]);
    });
  });

  test('is not asked for twice of one host', async () => {
    await stamped(async (archive, stamp) => {
      const checkpoint = await archive.checkpoint(privateKey);
      const never = asking(() => Promise.reject(new Error('asked')));
      expect(await archive.timestamp(checkpoint, never)).toStrictEqual(stamp);
      const other = await archive.timestamp(checkpoint, asking(own.answer, '[2001:db8::1]'));
      expect(other.path).toMatch(/^checkpoints\/000001\.[0-9a-f]{32}\.[0-9a-f]{64}\.tst$/);
      const seen: StoredTimestamp[] = [];
      await archive.verify({ onTimestamp: (one) => seen.push(one) });
      expect(seen).toHaveLength(2);
    });
  });

  test('is proved as far as an authority that is trusted, if one is named', async () => {
    await stamped(async (archive) => {
      const seen: StoredTimestamp[] = [];
      const onTimestamp = (one: StoredTimestamp): void => void seen.push(one);
      expect(await archive.verify({ authorities: [own.root], onTimestamp })).toMatchObject({ problems: 0 });
      expect(seen).toMatchObject([{ proves: 'chain' }]);
      await using other = await startLocalAuthority();
      expect(await problemsOf(archive, { authorities: [other?.root ?? own.root] })).toStrictEqual([
        expect.stringMatching(/^timestamp-untrusted checkpoints\/000001\./),
      ]);
    });
  });

  test('shows every byte that is changed, cut, moved to another checkpoint, or left without one', async () => {
    await stamped(async (archive, { path }, root) => {
      const file = join(root, path);
      const good = await readFile(file);
      const damaged = [`timestamp-damaged ${path}`];
      await chmod(file, 0o644);
      for (const at of [0, 1, 40, good.length >> 1, good.length - 1]) {
        const bad = Buffer.from(good);
        bad[at] = (bad[at] ?? 0) ^ 1;
        await writeFile(file, bad);
        expect(await problemsOf(archive)).toStrictEqual(damaged);
      }
      await writeFile(file, good.subarray(0, -1));
      expect(await problemsOf(archive)).toStrictEqual(damaged);
      await writeFile(file, good);
      const moved = path.replace('000001', '000002');
      await rename(file, join(root, moved));
      expect(await problemsOf(archive)).toStrictEqual([`timestamp-damaged ${moved}`]);
      await rename(join(root, moved), file);
      await rename(file, join(root, path.replace('.tst', '.txt')));
      expect(await problemsOf(archive)).toStrictEqual([`unexpected-file ${path.replace('.tst', '.txt')}`]);
      await rename(join(root, path.replace('.tst', '.txt')), file);
      await rm(join(root, 'checkpoints/000001.json'));
      expect(await problemsOf(archive)).toStrictEqual(damaged);
    });
  });

  describe('is not kept, and the checkpoint is, if the answer', () => {
    test.each([
      ['is garbage', 'unreadable', async () => Buffer.from('<html>502</html>'), 'not an answer of RFC 3161'],
      ['is empty', 'unreadable', async () => Buffer.alloc(0), 'not an answer of RFC 3161'],
      ['is one deep nest', 'unreadable', async () => Buffer.alloc(50_000, '3080', 'hex'), 'not an answer of RFC 3161'],
    ] as const)('%s', async (_, fault, ask, message) => {
      const error = await failing(ask);
      expect(error).toMatchObject({ fault });
      expect(error.message).toContain(message);
    });

    test('goes on after its end', async () => {
      const error = await failing(async (query) => Buffer.concat([await own.answer(query), Buffer.from([0])]));
      expect(error).toMatchObject({ fault: 'unreadable' });
    });

    test('is a refusal, in the words of the authority', async () => {
      const query = join(own.path('md5.tsq'));
      await own.openssl('ts', '-query', '-digest', '00'.repeat(16), '-md5', '-out', query);
      const error = await failing(async () => own.answer(await readFile(query)));
      expect(error).toMatchObject({ fault: 'refused' });
      expect(error.reason).toContain('rejected; unknown or unsupported algorithm; Message digest algorithm is not');
    });

    test('is one to another question', async () => {
      const error = await failing(async (query) => {
        const imprint = Buffer.from(query).indexOf(Buffer.from([0x04, 0x20])) + 2;
        return own.answer(
          createTimestampQuery(Buffer.from(query.subarray(imprint, imprint + 32)).toString('hex')).bytes,
        );
      });
      expect(error).toMatchObject({ fault: 'other-nonce' });
    });

    test('stamps something else', async () => {
      const error = await failing(async (query) => {
        const changed = Buffer.from(query);
        const imprint = changed.indexOf(Buffer.from([0x04, 0x20])) + 2;
        changed[imprint] = (changed[imprint] ?? 0) ^ 1;
        return own.answer(changed);
      });
      expect(error).toMatchObject({ fault: 'other-imprint' });
    });

    test('is signed with a certificate that has expired', async () => {
      const error = await failing((query) => own.answer(query, 'expired'));
      expect(error).toMatchObject({ fault: 'expired-certificate' });
      expect(error.reason).toContain('valid from 2020-01-01T00:00:00.000Z to 2021-01-01T00:00:00.000Z, and not at');
    });

    test('lacks the certificate', async () => {
      // `certReq TRUE` is the last of the query.
      const error = await failing((query) => own.answer(withoutLast(query, 3)));
      expect(error).toMatchObject({ fault: 'bad-certificate' });
    });

    test('has another signature', async () => {
      const error = await failing(async (query) => {
        const answer = await own.answer(query);
        answer[answer.length - 1] = (answer[answer.length - 1] ?? 0) ^ 1;
        return answer;
      });
      expect(error).toMatchObject({ fault: 'bad-signature' });
    });

    test('tells another time than was signed', async () => {
      const error = await failing(async (query) => {
        const answer = Buffer.from(await own.answer(query));
        // GeneralizedTime with 15 bytes.
        const year = answer.indexOf(Buffer.from([0x18, 0x0f])) + 2;
        answer[year] = 0x31;
        return answer;
      });
      expect(error).toMatchObject({ fault: 'bad-signature' });
    });
  });

  test('does not hold with another certificate in the place of the signer’s', async () => {
    const data = Buffer.from('a checkpoint');
    const query = createTimestampQuery(sha256Of(data));
    const token = readResponse(await own.answer(query.bytes));
    expect(await checkToken(token, data, [])).toMatchObject({ proves: 'signature' });
    const content = ContentInfo.fromBER(Uint8Array.from(token));
    const signed = new SignedData({ schema: content.content });
    const real = signed.certificates?.[0];
    if (!(real instanceof Certificate)) throw new TypeError('no certificate');
    const der = derOf(real);
    // Its own signature is not checked without a root: another end of its time makes another certificate.
    const at = der.lastIndexOf('Z') - 1;
    der[at] = (der[at] ?? 0) ^ 1;
    const other = Certificate.fromBER(Uint8Array.from(der));
    expect(() => checkSignerCertificate(other, signed, new Date())).toThrow('does not name the certificate');
    const root = Certificate.fromBER(Uint8Array.from(own.root));
    expect(() => checkSignerCertificate(root, signed, new Date())).toThrow('not one for time stamps alone');
  });
});

/** How stamping fails; nothing is kept then. */
async function failing(ask: TimestampAuthority['ask']): Promise<TimestampError> {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  await archive.commit(draftOf('x:20'));
  const checkpoint = await archive.checkpoint(privateKey);
  const error: unknown = await archive.timestamp(checkpoint, asking(ask)).catch((thrown: unknown) => thrown);
  expect(await readdir(join(place.path, 'checkpoints'))).toStrictEqual(['000001.json']);
  expect(await archive.verify()).toMatchObject({ problems: 0, checkpoints: 1 });
  if (error instanceof TimestampError) return error;
  throw new TypeError(`No TimestampError: ${String(error)}`);
}

function asking(ask: TimestampAuthority['ask'], host = 'time.example'): TimestampAuthority {
  return { host, ask };
}

function withoutLast(query: Uint8Array, bytes: number): Uint8Array {
  const shorter = Buffer.from(query.subarray(0, -bytes));
  shorter[1] = (shorter[1] ?? 0) - bytes;
  return shorter;
}
