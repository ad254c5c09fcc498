import { existsSync, readdirSync, readFileSync } from 'node:fs';
const root = new URL('../../../../shared/', import.meta.url);
/**
 * The path of a folder or file of the corpus that stands beside the repository, or `null` if it is not there.
 *
 * @param cases What is skipped without it: a warning names it.
 * @throws {Error} If it is not there but `EMBALM_REQUIRE_CORPUS` is set.
 */
export function findCorpus(path, cases) {
  const url = new URL(path, root);
  if (existsSync(url)) return url;
  if (process.env['EMBALM_REQUIRE_CORPUS'] !== undefined) throw new Error(`The corpus is required: ${url.pathname}`);
  console.warn(`SKIPPED: ${cases}: ${url.pathname} is not there.`);
  return null;
}
/** The parsed JSON files of a folder of the corpus by name; none if it is not there. */
export function readRecordings(folder) {
  const url = findCorpus(`payloads/${folder}/`, `all recordings of ${folder}`);
  const names = url === null ? [] : readdirSync(url).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(new URL(name, url ?? root), 'utf8'))]));
}
//# sourceMappingURL=shared-corpus.js.map
