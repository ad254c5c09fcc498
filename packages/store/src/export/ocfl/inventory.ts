import { arrayOf, type Decode, dictionary, object, oneOf, string, text } from '@embalm/post/decode';

/** An inventory of OCFL 1.1, section 3.5, as it is written here. Paths are relative to the object, with `/`. */
export interface Inventory {
  readonly id: string;
  readonly type: 'https://ocfl.io/1.1/spec/#inventory';
  readonly digestAlgorithm: 'sha512';
  /** The newest version, as in `v3`. */
  readonly head: string;
  /** Where the bytes of a digest are. */
  readonly manifest: DigestPaths;
  readonly versions: Readonly<Record<string, Version>>;
  /** The same files by the digests that records have. */
  readonly fixity: { readonly sha256: DigestPaths };
}

/** Paths by the digest of their bytes. */
type DigestPaths = Readonly<Record<string, readonly string[]>>;

/** One state of an object. */
export interface Version {
  readonly created: string;
  readonly message: string;
  readonly user: { readonly name: string; readonly address: string };
  /** Which names had which bytes. */
  readonly state: DigestPaths;
}

const isVersion = (value: string): boolean => /^v[1-9]\d{0,8}$/.test(value);
const path = text('a relative path', (value) => !value.split('/').some((part) => ['', '.', '..'].includes(part)));

const digestPaths = (digits: number): Decode<DigestPaths> =>
  dictionary(arrayOf(path), `a digest of ${digits} digits`, (key) => key.length === digits && /^[0-9a-f]+$/.test(key));

/**
 * Read an inventory.
 *
 * @throws {ShapeError} If it is not one as it is written here.
 */
export const parseInventory: Decode<Inventory> = object<Inventory>({
  id: string,
  type: oneOf('https://ocfl.io/1.1/spec/#inventory'),
  digestAlgorithm: oneOf('sha512'),
  head: text('a version like v12', isVersion),
  manifest: digestPaths(128),
  versions: dictionary(
    object<Version>({
      created: string,
      message: string,
      user: object<Version['user']>({ name: string, address: string }),
      state: digestPaths(128),
    }),
    'a version like v12',
    isVersion,
  ),
  fixity: object<Inventory['fixity']>({ sha256: digestPaths(64) }),
});

/** The number of a version, as in 12 of `v12`. */
export function numberOfVersion(name: string): number {
  return Number(name.slice(1));
}
