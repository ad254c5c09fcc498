import { hash } from 'node:crypto';

/** A Merkle tree that grows at its end: the Merkle Tree Hash of RFC 6962, section 2.1, with SHA-256. */
export interface MerkleTree {
  readonly size: number;
  /** Add a leaf at the end. */
  add(leaf: Uint8Array): void;
  /** The hash over all leaves so far, in hex. */
  root(): string;
}

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** Make an empty tree. Its memory does not grow with its size. */
export function createMerkleTree(): MerkleTree {
  /** Hashes of the full subtrees that the leaves make up, the largest first: one for each bit of `size` that is set. */
  const peaks: Buffer[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(leaf) {
      let node = sha256(Buffer.concat([leafPrefix, leaf]));
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) node = parentOf(peaks.pop() ?? node, node);
      peaks.push(node);
      size += 1;
    },
    root() {
      const [last, ...larger] = peaks.toReversed();
      return larger.reduce((right, left) => parentOf(left, right), last ?? sha256(Buffer.alloc(0))).toString('hex');
    },
  };
}

function parentOf(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([nodePrefix, left, right]));
}

function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}
