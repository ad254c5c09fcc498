import { canonicalJson } from '../record/canonical-json.ts';
import type { SnapshotRecord } from '../snapshot-record.ts';

/** What a record says of its post or its page, as files: their names and bytes. */
export function saidFiles({ content, page = null }: SnapshotRecord): readonly (readonly [name: string, Buffer])[] {
  const said = [
    ['post.json', content],
    ['page.json', page],
  ] as const;
  return said.flatMap(([name, value]) =>
    value === null ? [] : [[name, Buffer.from(`${canonicalJson(value)}\n`)] as const],
  );
}
