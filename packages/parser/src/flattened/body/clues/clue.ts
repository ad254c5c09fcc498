import type { Outlook } from '../outlook.ts';

/** Clues by their names: what tells whether a body begins at a boundary, or goes on over it. */
export type Clues = Readonly<Record<string, (outlook: Outlook) => boolean>>;
