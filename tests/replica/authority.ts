import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateCACertificate } from 'mockttp';

/** The authority that signs the certificates of all hosts. Its key is in memory only. */
export interface Authority {
  readonly cert: string;
  readonly key: string;
}

let authority: Promise<Authority> | undefined;

/** The authority of this process; made when first asked for. */
export function getAuthority(): Promise<Authority> {
  authority ??= generateCACertificate({ subject: { commonName: 'Replica of X, for tests only' } });
  return authority;
}

/** Put a certificate where programs can be pointed at it; disposing of it removes the file. */
export async function writeCaFile(cert: string): Promise<AsyncDisposable & { readonly file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'replica-ca-'));
  const file = path.join(folder, 'ca.pem');
  await writeFile(file, cert);
  return { file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
