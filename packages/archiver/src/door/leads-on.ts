const statuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Whether an answer with this status leads on to another address (RFC 9110 §15.4). */
export function leadsOn(status: number): boolean {
  return statuses.has(status);
}
