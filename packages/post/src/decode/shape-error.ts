/** A step into a value: the key of an object or the index of an array. */
export type Step = string | number;

const plainKey = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const longestShown = 60;

/**
 * A value from outside does not have the shape it should have.
 *
 * Its message names the place: `author.handle: expected a string, found number`.
 */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  /** From the outermost value to the one that does not fit. */
  readonly path: readonly Step[];
  /** As in `a string`. */
  readonly expected: string;
  /** What stands there instead, cut to a bounded length. */
  readonly found: string;

  constructor(expected: string, found: string, path: readonly Step[] = []) {
    const place = path.length === 0 ? '' : `${printPath(path)}: `;
    super(`${place}expected ${expected}, found ${found}`);
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** The same mismatch, seen from one level further out. */
  within(step: Step): ShapeError {
    return new ShapeError(this.expected, this.found, [step, ...this.path]);
  }
}

/** A value as an error message shows it: strings quoted and cut, everything else by its type. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function printPath(path: readonly Step[]): string {
  return path.map((step, index) => printStep(step, index === 0)).join('');
}

function printStep(step: Step, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  if (!plainKey.test(step)) return `[${quote(step)}]`;
  return first ? step : `.${step}`;
}

function quote(text: string): string {
  return JSON.stringify(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
}
