import { findReferences } from '@embalm/parser';
import type { Reference } from '@embalm/post';
import { xSites } from '../x-sites.ts';
import { nameOfReference } from './name-of-reference.ts';

/** The documents of a page, as HTML. */
export interface PageDocuments {
  /** As the browser had it in the end; `null` if it could not be read. */
  readonly rendered: string | null;
  /** As the server sent it; `null` if it is not kept. */
  readonly raw: string | null;
  readonly frames: readonly { readonly url: string; readonly html: string }[];
}

/** The references of a page. */
export interface PageReferences {
  /** Those in the rendered document, with their places in it; or in the raw one, if there is no other. */
  readonly shown: readonly Reference[];
  /** Those to other posts, which only the raw document or a frame has, and those that say more of a post than any shown one. */
  readonly others: readonly Reference[];
}

/** Frames of X show the posts whose references stand in the page already, and lead to many others. */
const embedHosts: ReadonlySet<string> = new Set([...xSites.embedHosts, ...xSites.statusHosts]);

/** Find the references in all documents of a page; of a post that several refer to, the first counts in the order given. */
export function findPageReferences({ rendered, raw, frames }: PageDocuments): PageReferences {
  const shown = rendered ?? raw;
  const inShown = shown === null ? [] : findReferences(shown, { format: 'html' });
  const elsewhere = [
    ...(rendered === null || raw === null ? [] : [raw]),
    ...frames.filter(({ url }) => !embedHosts.has(URL.parse(url)?.hostname ?? '')).map(({ html }) => html),
  ];
  const known = new Map<string, number>();
  const isNews = (reference: Reference): boolean => {
    const name = nameOfReference(reference);
    const [before, now] = [known.get(name) ?? -1, fullness(reference)];
    known.set(name, Math.max(before, now));
    return now > before;
  };
  inShown.forEach(isNews);
  const others = elsewhere.flatMap((html) => findReferences(html, { format: 'html' })).filter(isNews);
  return { shown: inShown, others };
}

/** How much a reference says of its post: where scripts have put a frame, the server had sent the post's words. */
function fullness({ text, handle }: Reference): number {
  return text !== null ? 2 : handle !== null ? 1 : 0;
}

/** The references of a page, one a post, in order: of several to a post the first that says most of it. */
export function listPosts({ shown, others }: PageReferences): readonly Reference[] {
  const groups = Map.groupBy([...shown, ...others], nameOfReference);
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => fullness(b) - fullness(a))[0] ?? []);
}
