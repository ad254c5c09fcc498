import { fourPhotos } from '../../replica/posts.ts';
import { startReplica } from '../../replica/start-replica.ts';
import { idAt } from '../../replica/world/status-url.ts';

// A replica in a process of its own, as X is one: `node replica-process.ts POSTS`. It tells its parent how to reach it.
const first = Date.parse('2023-06-14T18:20:31.204Z');
const count = Number(process.argv[2] ?? 0);
const posts = Array.from({ length: count }, (_, n) => ({
  ...fourPhotos,
  id: idAt(new Date(first + n * 1000).toISOString()),
}));
const { proxyUrl, caPem, caFile } = await startReplica({ posts });
process.send?.({ proxyUrl, caPem, caFile, ids: posts.map(({ id }) => id) });
process.once('disconnect', () => process.exit());
