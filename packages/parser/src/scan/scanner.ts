import { scannerCode } from './scanner-code.ts';

/** What `scanner.wat` has. */
export interface Scanner {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly scanText: (at: number, end: number, out: number, counts: number) => number;
  readonly findTrigrams: (at: number, end: number, out: number) => number;
}

/** As much of WebAssembly as is used here: TypeScript has it with the types of browsers only. */
interface WebAssemblyApi {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Scanner };
}

const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
const module = new Module(Buffer.from(scannerCode, 'base64'));
const pageLength = 1 << 16;

/** Open a scanner with memory of its own, of at least so many bytes. */
export function openScanner(length: number): Scanner {
  const { exports: scanner } = new Instance(module);
  const missing = length - scanner.memory.buffer.byteLength;
  if (missing > 0) scanner.memory.grow(Math.ceil(missing / pageLength));
  return scanner;
}

/** So many bytes at a time stay in the processor's nearest cache, together with what is found in them. */
export const pieceLength: number = 1 << 15;

/** What is found in a piece takes four bytes for each of its bytes at most. */
export const mostFound: number = pieceLength * 4;
