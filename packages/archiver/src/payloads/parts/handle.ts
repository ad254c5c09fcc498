const handlePattern = /^\w{1,20}$/;

/** A handle, or an empty string for what could not be one: URLs and file names are made of it. */
export function plainHandle(text: string): string {
  return handlePattern.test(text) ? text : '';
}
