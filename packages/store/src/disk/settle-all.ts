/**
 * Wait until all have ended, then throw the first error if there is one. `Promise.all` would return while the others
 * still hold files open.
 */
export async function settleAll(promises: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(promises);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
