import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

// Run as a program: unpacks the file it is given with Node's zlib and nothing else, in the pieces that suit it best.
let length = 0;
const unpacked = createReadStream(process.argv[2] ?? '', { highWaterMark: 1 << 18 }).pipe(
  createGunzip({ chunkSize: 1 << 20 }),
);
for await (const chunk of unpacked) length += (chunk as Buffer).length;
process.stdout.write(`${length}\n`);
