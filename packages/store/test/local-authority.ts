import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryPlace } from './temporary-place.ts';

const run = promisify(execFile);

/** A time stamp authority of `openssl ts`, with an authority of its own that vouches for it. */
export interface LocalAuthority extends AsyncDisposable {
  /** The certificate of who vouches: a PEM file, and its DER. */
  readonly rootFile: string;
  readonly root: Uint8Array;
  /** Where its files are; `path` makes names in it. */
  readonly path: (name: string) => string;
  /** Answer a query of RFC 3161; with the certificate that has expired if `signer` says so. */
  readonly answer: (query: Uint8Array, signer?: 'valid' | 'expired') => Promise<Uint8Array>;
  /** Run openssl there. */
  readonly openssl: (...args: readonly string[]) => Promise<string>;
}

const config = (signer: string): string => `
[ tsa ]
default_tsa = one
[ one ]
serial = ./serial
signer_cert = ./${signer}.crt
certs = ./root.crt
signer_key = ./signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:500
ess_cert_id_alg = sha256
[ stamps ]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
basicConstraints = CA:false
[ ca ]
default_ca = one_ca
[ one_ca ]
database = ./index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
[ any ]
commonName = supplied
`;

/** Start one, or resolve to `null` if there is no openssl. That is said aloud. */
export async function startLocalAuthority(): Promise<LocalAuthority | null> {
  const place = await temporaryPlace();
  const path = (name: string): string => join(place.path, name);
  const openssl = async (...args: readonly string[]): Promise<string> =>
    (await run('openssl', [...args], { cwd: place.path })).stdout;
  try {
    await openssl('version');
  } catch {
    process.stderr.write('SKIPPED: there is no openssl here, so no time stamp authority was asked\n');
    await place[Symbol.asyncDispose]();
    return null;
  }
  for (const signer of ['valid', 'expired']) await writeFile(path(`${signer}.cnf`), config(signer));
  await writeFile(path('serial'), '1000\n');
  await writeFile(path('index.txt'), '');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const rootCa = [
    '-x509',
    '-days',
    '3650',
    '-subj',
    '/CN=Root of the tests',
    '-addext',
    'keyUsage=critical,keyCertSign',
  ];
  await openssl('req', ...key, ...rootCa, '-keyout', 'root.key', '-out', 'root.crt');
  await openssl('req', ...key, '-subj', '/CN=Time of the tests', '-keyout', 'signer.key', '-out', 'signer.csr');
  const sign = ['ca', '-batch', '-notext', '-config', 'valid.cnf', '-extensions', 'stamps', '-in', 'signer.csr'];
  const by = ['-cert', 'root.crt', '-keyfile', 'root.key'];
  await openssl(...sign, ...by, '-days', '3650', '-out', 'valid.crt');
  await writeFile(path('index.txt'), '');
  const past = ['-startdate', '20200101000000Z', '-enddate', '20210101000000Z'];
  await openssl(...sign, ...by, ...past, '-out', 'expired.crt');
  await openssl('x509', '-in', 'root.crt', '-outform', 'DER', '-out', 'root.der');
  let answers = 0;
  return {
    rootFile: path('root.crt'),
    root: await readFile(path('root.der')),
    path,
    openssl,
    async answer(query, signer = 'valid') {
      answers += 1;
      const [asked, answered] = [`${answers}.tsq`, `${answers}.tsr`];
      await writeFile(path(asked), query);
      await openssl('ts', '-reply', '-config', `${signer}.cnf`, '-queryfile', asked, '-out', answered);
      return readFile(path(answered));
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}
