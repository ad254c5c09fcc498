import { styleText } from 'node:util';
import { type Change, compareWords, type TextPart } from '@embalm/archiver/changes';
import { fit } from './columns.ts';
import { inline, printable } from './printable.ts';

/**
 * The lines of a diff, one a change: texts with the words that went and came in their place, as `[-went-]{+came+}` or in
 * colours; lists with `-` and `+`; all else as `before → after`.
 */
export function* changeLines(changes: readonly Change[], colors: boolean): Generator<string> {
  for (const change of changes) yield `  ${fit(change.field, 14)} ${describe(change, colors)}`;
}

function describe({ field, before, after }: Change, colors: boolean): string {
  if (before === null) return mark({ kind: 'added', text: printable(after ?? '') }, colors);
  if (after === null) return mark({ kind: 'removed', text: printable(before) }, colors);
  if (field !== 'text' && !field.endsWith('.text')) return `${printable(before)} → ${printable(after)}`;
  return compareWords(before, after)
    .map(({ kind, text }) => mark({ kind, text: inline(text) }, colors))
    .join('');
}

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

function mark({ kind, text }: TextPart, colors: boolean): string {
  // The stream was asked whether it shows colours.
  if (colors && kind !== 'same') {
    return styleText(kind === 'added' ? 'green' : ['red', 'strikethrough'], text, { validateStream: false });
  }
  const [open, close] = marks[kind];
  return `${open}${text}${close}`;
}
