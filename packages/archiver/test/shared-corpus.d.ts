/**
 * The path of a folder or file of the corpus that stands beside the repository, or `null` if it is not there.
 *
 * @param cases What is skipped without it: a warning names it.
 * @throws {Error} If it is not there but `EMBALM_REQUIRE_CORPUS` is set.
 */
export declare function findCorpus(path: string, cases: string): URL | null;
/** The parsed JSON files of a folder of the corpus by name; none if it is not there. */
export declare function readRecordings(folder: string): ReadonlyMap<string, unknown>;
//# sourceMappingURL=shared-corpus.d.ts.map
