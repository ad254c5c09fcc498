import type { Diagnostic } from '@embalm/store';

/** A field of a payload that is not as it was when this program was written. What it held is left out of the post. */
export type PayloadDiagnostic = Omit<Diagnostic, 'source'>;
