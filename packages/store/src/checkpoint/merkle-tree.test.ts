import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMerkleTree } from './merkle-tree.ts';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition of RFC 6962, section 2.1, word for word. */
function merkleTreeHash(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), first);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), merkleTreeHash(leaves.slice(0, k)), merkleTreeHash(leaves.slice(k)));
}

test('the root is that of the definition, however many leaves there are', () => {
  const tree = createMerkleTree();
  const leaves: Buffer[] = [];
  for (let size = 0; size < 70; size += 1) {
    expect(tree.size).toBe(size);
    expect(tree.root(), `${size} leaves`).toBe(merkleTreeHash(leaves).toString('hex'));
    const leaf = Buffer.from(`leaf ${size}`);
    leaves.push(leaf);
    tree.add(leaf);
  }
});

test('the roots are those that Certificate Transparency publishes', () => {
  // https://github.com/google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const tree = createMerkleTree();
  for (const leaf of leaves) tree.add(Buffer.from(leaf, 'hex'));
  expect(tree.root()).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});
