/** Clues by their names, always in the same order: what tells whether a body begins at a boundary, or goes on over it. */
export type Clues = Readonly<Record<string, boolean>>;
