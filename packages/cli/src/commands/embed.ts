import { embedFromArchive } from '@embalm/renderer/archive';
import { type Form, forms, type Theme } from '@embalm/renderer';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../find-post.ts';
import type { Io } from '../io.ts';
import { type LabelOptions, readLabelLanguage } from '../label-option.ts';
import type { ArchiveOptions } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface EmbedCommandOptions extends ArchiveOptions, LabelOptions {
  readonly form: string;
  readonly theme: Theme;
}

/** `embalm embed`: print one post, its media inside, ready to be pasted into a page, a feed or a note. */
export async function embed(text: string, options: EmbedCommandOptions, io: Io): Promise<ExitCode> {
  const form = parseForm(options.form);
  const labels = readLabelLanguage(options);
  await using archive = await openArchive(options.archive, { readOnly: true });
  const { theme } = options;
  io.out.line(await embedFromArchive(archive, await findPost(text, archive), { media: 'data', form, theme, labels }));
  return exitCodes.done;
}

function parseForm(text: string): Form {
  const form = forms.find((name) => name === text);
  if (form !== undefined) return form;
  throw new UsageError(`--form takes one of ${forms.join(', ')}; got ${JSON.stringify(text)}.`);
}
