import type { Preserved } from '@embalm/archiver';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options.ts';
import { fit } from './columns.ts';
import { printable } from './printable.ts';

/** Prints what became of each post: a line for people on a terminal, a JSON object a line otherwise. */
export interface PreservedReport {
  /** A post is done; called in the order in which they are. */
  progress(preserved: Preserved): void;
  /** All posts of an article are done; called in the article's order. */
  posts(source: string, preserved: readonly Preserved[]): void;
  page(source: string, page: string, posts: readonly Preserved[]): void;
}

/** Make the report for a command's options. */
export function preservedReport(options: OutputOptions, io: Io): PreservedReport {
  if (options.quiet === true) return { progress() {}, posts() {}, page() {} };
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
    page(source, page, posts) {
      out.line(`${source} → ${page} (${posts.length === 0 ? 'no references to posts' : countOutcomes(posts)})`);
    },
  };
}

function forPrograms({ out }: Io): PreservedReport {
  return {
    progress() {},
    posts(source, all) {
      for (const { references, ...preserved } of all) {
        out.line(JSON.stringify({ type: 'post', source, ...preserved, ranges: references.map(({ range }) => range) }));
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
