import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// `node serve-video.ts BYTES`: serves a file of so many bytes on loopback, and tells its parent the port.
const body = Buffer.alloc(Number(process.argv[2] ?? 0));
for (let at = 0; at + 4 <= body.length; at += 4) body.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
body.write('\0\0\0\x20ftypisom', 'latin1');
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
