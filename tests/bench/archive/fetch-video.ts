import { openArchive } from '@embalm/store';
import { assembleDoor } from '../../../packages/archiver/src/door/assemble-door.ts';
import { publicNetwork } from '../../../packages/archiver/src/door/network.ts';
import { doorSettings } from '../../../packages/archiver/src/door-settings.ts';

// `node fetch-video.ts URL ARCHIVE`: fetches one file into an archive through a door whose every name leads to this machine,
// and prints how long that took, and the most memory.
const [, , url = '', directory = ''] = process.argv;
await using archive = await openArchive(directory);
await using door = assembleDoor(doorSettings({ proxy: null, proxyCa: null }), archive, {
  ...publicNetwork,
  lookup: (_name, _options, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]),
  isAllowedAddress: (address) => address === '127.0.0.1',
  extraPorts: new Set([new URL(url).port]),
});
const started = performance.now();
const { body } = await door.ask({
  url,
  scope: 'media',
  maxBytes: 2 ** 30,
  timeoutMs: 120_000,
  idleMs: 30_000,
  resumable: true,
});
const seconds = (performance.now() - started) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, megabytes, bytes: body?.bytes }));
