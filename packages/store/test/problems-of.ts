import type { Archive, Problem, VerifyOptions } from '../src/index.ts';

/** What verification finds wrong, as `code path`, in order. */
export async function problemsOf(archive: Archive, options: VerifyOptions = {}): Promise<readonly string[]> {
  const problems: Problem[] = [];
  const report = await archive.verify({ ...options, onProblem: (problem) => problems.push(problem) });
  if (report.problems !== problems.length) throw new Error('The report does not count what it reported');
  return problems.map(({ code, path }) => `${code} ${path}`).sort();
}
