import { DoorError } from '../src/door/door-error.ts';

/** The error with which a request fails. */
export async function failureOf(asking: Promise<unknown>): Promise<DoorError> {
  const error: unknown = await asking.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DoorError) return error;
  throw new Error('Expected a DoorError', { cause: error });
}
