/** Bytes that are to be an image and cannot be shown as one. A placeholder takes their place. */
export class UnreadableImageError extends Error {
  override readonly name = 'UnreadableImageError';
}
