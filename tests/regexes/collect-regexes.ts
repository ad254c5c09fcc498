import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A regular expression that is shipped. */
export interface ShippedRegex {
  readonly source: string;
  readonly flags: string;
  /** A file that it stands in, from the root of the repository. */
  readonly file: string;
}

/** The regular expressions of the packages. */
export interface Collected {
  /** Those that are written as such. */
  readonly literals: readonly ShippedRegex[];
  /** The files in which some are built of strings, and how often. */
  readonly built: ReadonlyMap<string, number>;
}

/** Read the sources of all packages, but for their tests. */
export function collectRegexes(): Collected {
  const literals: ShippedRegex[] = [];
  const built = new Map<string, number>();
  for (const path of globSync(`${root}packages/*/src/**/*.ts`).toSorted()) {
    if (/\.(?:test|soak)\.ts$/.test(path)) continue;
    const file = relative(root, path);
    const countBuilt = ({ callee }: { readonly callee: { readonly type: string; readonly name?: unknown } }): void => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') built.set(file, (built.get(file) ?? 0) + 1);
    };
    const { program, errors } = parseSync(path, readFileSync(path, 'utf8'));
    if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message ?? ''}`);
    new Visitor({
      Literal(node) {
        if ('regex' in node) literals.push({ source: node.regex.pattern, flags: node.regex.flags, file });
      },
      NewExpression: countBuilt,
      CallExpression: countBuilt,
    }).visit(program);
  }
  return { literals, built };
}
