/** A folder cannot be added to as an OCFL storage root. Name another folder, or set right what is wrong. */
export class UnusableRootError extends Error {
  override readonly name = 'UnusableRootError';
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`Cannot add to the OCFL storage root ${path}: ${reason}. Name another folder, or set that right.`, options);
    this.path = path;
  }
}
