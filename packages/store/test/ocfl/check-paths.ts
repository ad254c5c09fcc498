/** The codes for logical paths, and those for content paths. */
export const logicalCodes = { element: 'E052', slash: 'E053', conflict: 'E095' } as const;
export const contentCodes = { element: 'E099', slash: 'E100', conflict: 'E101' } as const;

/** What is wrong with paths that stand beside one another: OCFL 1.1, sections 3.5.2 and 3.5.3.1. */
export function checkPaths(
  paths: readonly string[],
  codes: typeof logicalCodes | typeof contentCodes,
): readonly string[] {
  const faults: string[] = [];
  const folders = new Set<string>();
  for (const path of paths) {
    if (path.startsWith('/') || path.endsWith('/')) faults.push(codes.slash);
    const parts = path.split('/');
    if (parts.some((part) => ['', '.', '..'].includes(part))) faults.push(codes.element);
    for (const index of parts.keys()) if (index > 0) folders.add(parts.slice(0, index).join('/'));
  }
  if (new Set(paths).size < paths.length || paths.some((path) => folders.has(path))) faults.push(codes.conflict);
  return faults;
}
