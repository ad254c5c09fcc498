/** What JSON-LD says of an article; `null` where it does not. */
export interface LinkedArticle {
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

/** Objects stand in lists, in `@graph`, and in one another, but not deep. */
const deepest = 4;
const mostObjects = 200;

type Members = Readonly<Record<string, unknown>>;

/**
 * Read JSON-LD: the first object in it that says when it was published.
 *
 * @param scripts What the page has of it. What is no JSON is passed over.
 */
export function readLinkedData(scripts: readonly string[]): LinkedArticle {
  const objects = scripts.flatMap((script) => listObjects(parse(script)));
  const article = objects.find((object) => typeof object['datePublished'] === 'string') ?? {};
  return {
    author: nameOf(article['author']),
    publishedAt: textOf(article['datePublished']),
    modifiedAt: textOf(article['dateModified']),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function listObjects(value: unknown): readonly Members[] {
  const found: Members[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0 && found.length < mostObjects; depth += 1) {
    const objects = level.flat().filter((item): item is Members => typeof item === 'object' && item !== null);
    found.push(...objects.slice(0, mostObjects));
    level = objects.slice(0, mostObjects).flatMap((object) => Object.values(object).slice(0, mostObjects));
  }
  return found;
}

/** One author or several, each by its name or as an object that has one. */
function nameOf(author: unknown): string | null {
  const authors: readonly unknown[] = Array.isArray(author) ? author.slice(0, 20) : [author];
  const names = authors.flatMap((one) => {
    const name = typeof one === 'object' && one !== null && 'name' in one ? one.name : one;
    return textOf(name) ?? [];
  });
  return names.length === 0 ? null : names.join(', ');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : null;
}
