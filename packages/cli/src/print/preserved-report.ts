import type { Preserved, PreservedPage } from '@embalm/archiver';
import type { Reference } from '@embalm/post';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options/shared-options.ts';
import { fit } from './columns.ts';
import { printable } from './printable.ts';

/** Prints what became of each post: a line for people on a terminal, a JSON object a line otherwise. */
export interface PreservedReport {
  /** A post is done; called in the order in which they are. */
  progress(preserved: Preserved): void;
  /**
   * All posts of an article are done; called in the article's order.
   *
   * @param shown The references whose ranges are places in the article; default all.
   */
  posts(source: string, preserved: readonly Preserved[], shown?: readonly Reference[]): void;
  page(source: string, page: string, posts: readonly Preserved[]): void;
  /** An article by URL has been captured, or not; its posts are not yet. */
  webPageProgress(page: PreservedPage): void;
  /** The same, in the order of the inputs. */
  webPage(page: PreservedPage): void;
}

/** Make the report for a command's options. */
export function preservedReport(options: OutputOptions, io: Io): PreservedReport {
  if (options.quiet === true) return { progress() {}, posts() {}, page() {}, webPageProgress() {}, webPage() {} };
  return io.out.isTerminal && options.json !== true ? forPeople(io) : forPrograms(io);
}

function forPeople({ out }: Io): PreservedReport {
  return {
    posts() {},
    progress({ outcome, post, state, references, reason, mismatches, missing, diagnostics }) {
      const [first] = references;
      const author = first?.handle ? `@${first.handle}` : '';
      const why = reason === null ? '' : `${state}: ${printable(reason)}`;
      out.line(
        `${fit(outcome, 9)} ${fit(post, 22)} ${fit(author, 16)} ${fit(why, Math.max(10, out.columns - 51))}`.trimEnd(),
      );
      for (const { field, claimed, found } of mismatches) {
        out.line(`          ${field} differs: the article says ${quote(claimed)}, the post ${quote(found)}`);
      }
      for (const { url, reason: cause } of missing) {
        out.line(`          missing: ${printable(url)} (${printable(cause)})`);
      }
      for (const { source, path, problem } of diagnostics) {
        out.line(`          payload of ${source}: ${printable(path)} is ${problem}`);
      }
    },
    webPage() {},
    webPageProgress({ outcome, post, url, state, reason, document }) {
      const why = reason === null ? (document?.title ?? '') : `${state}: ${reason}`;
      out.line(`${fit(outcome, 9)} ${post}  ${printable(url)}`);
      if (why !== '') out.line(`          ${fit(printable(why), Math.max(10, out.columns - 10)).trimEnd()}`);
      if (document !== null && document.url !== url.split('#', 1)[0])
        out.line(`          led to ${printable(document.url)}`);
    },
    page(source, page, posts) {
      out.line(
        `${printable(source)} → ${printable(page)} (${posts.length === 0 ? 'no references to posts' : countOutcomes(posts)})`,
      );
    },
  };
}

function forPrograms({ out }: Io): PreservedReport {
  return {
    progress() {},
    webPageProgress() {},
    webPage({ post, url, outcome, state, reason, record, document }) {
      const { title = null, url: end = null } = document ?? {};
      out.line(
        JSON.stringify({ type: 'web-page', source: url, post, outcome, state, reason, record, title, url: end }),
      );
    },
    posts(source, all, shown) {
      for (const { references, ...preserved } of all) {
        const placed = shown === undefined ? references : references.filter((reference) => shown.includes(reference));
        out.line(JSON.stringify({ type: 'post', source, ...preserved, ranges: placed.map(({ range }) => range) }));
      }
    },
    page(source, page, posts) {
      out.line(JSON.stringify({ type: 'page', source, page, posts: posts.length }));
    },
  };
}

function countOutcomes(posts: readonly Preserved[]): string {
  const groups = Map.groupBy(posts, ({ outcome }) => outcome);
  return [...groups].map(([outcome, { length }]) => `${length} ${outcome}`).join(', ');
}

function quote(text: string): string {
  return JSON.stringify(fit(printable(text), 40).trimEnd());
}
