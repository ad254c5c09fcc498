import { createReadStream } from 'node:fs';
import { WARCParser } from 'warcio';

// Run as a program: reads all records of a WARC file with warcio, and looks for nothing in them.
let length = 0;
for await (const record of new WARCParser(createReadStream(process.argv[2] ?? ''))) {
  for await (const chunk of record) length += chunk.length;
}
process.stdout.write(`${length}\n`);
