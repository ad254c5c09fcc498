import type { Source } from '@embalm/post';
import type { Provenance } from '../exhibit.ts';
import type { Labels } from '../labels/labels.ts';

/** Names of services: the same in every language. */
const serviceNames: ReadonlyMap<Source, string> = new Map<Source, string>([
  ['guest-graphql', 'X GraphQL'],
  ['fxtwitter', 'FxTwitter'],
  ['vxtwitter', 'VxTwitter'],
]);

/** Services of others: what they tell is not what X showed. */
const others: ReadonlySet<Source> = new Set<Source>(['fxtwitter', 'vxtwitter']);

/** The label that says where the content is from, and the time that belongs to it: ISO 8601 in UTC. */
export function sumUpSource(
  { source, capturedAt, memento }: Provenance,
  labels: Labels,
): { readonly label: string; readonly at: string } {
  if (memento !== null) return { label: labels.asArchived, at: memento.at };
  if (source === 'quoted' || source === 'web') return { label: labels.quoted, at: capturedAt };
  if (source === 'wayback') return { label: labels.archivedFromWayback, at: capturedAt };
  if (isImport(source)) return { label: labels.imported, at: capturedAt };
  const from = others.has(source) ? ` · ${serviceNames.get(source)}` : '';
  return { label: `${labels.archived}${from}`, at: capturedAt };
}

/** Where the content is from, in words. */
export function nameSource(source: Source, labels: Labels): string {
  if (isImport(source)) return labels.sources.import;
  // No page is the source of a post but in an archive that others made; and all it can do is quote.
  if (source === 'web') return labels.sources.quoted;
  return isLabelled(source, labels) ? labels.sources[source] : (serviceNames.get(source) ?? source);
}

function isLabelled(source: string, { sources }: Labels): source is keyof Labels['sources'] {
  return Object.hasOwn(sources, source);
}

function isImport(source: Source): source is `import:${string}` {
  return source.startsWith('import:');
}
