import type { FoundReference } from '@embalm/parser/read';

/** Turns references into lines of output. */
export interface FoundPrinter {
  /** @returns The lines that can be printed by now. */
  print(found: readonly FoundReference[]): readonly string[];
  /** @returns The last lines. */
  end(): readonly string[];
}
