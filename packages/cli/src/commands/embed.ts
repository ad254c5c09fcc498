import { type EmbedOptions, embedFromArchive, encodePicture, replaceFile } from '@embalm/renderer/archive';
import { type Form, forms, type Theme } from '@embalm/renderer';
import { type Archive, openArchive } from '@embalm/store';
import { platformOf, type PostId } from '@embalm/post';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import { type LabelOptions, readLabelLanguage } from '../options/label-option.ts';
import { type MediaOptions, readMediaOptions } from '../options/media-options.ts';
import type { ArchiveOptions } from '../options/shared-options.ts';
import { UsageError } from '../usage-error.ts';

interface EmbedCommandOptions extends ArchiveOptions, LabelOptions, MediaOptions {
  readonly form: string;
  readonly theme: Theme;
  readonly out?: string;
  readonly jsonLd?: boolean;
  readonly media?: string;
}

/** Of a photograph, in CSS pixels: the post's own, and nothing around it. */
const photographWidth = 550;

/** `embalm embed`: print one post, its media inside, ready to be pasted into a page, a feed or a note; or photograph it. */
export async function embed(text: string, options: EmbedCommandOptions, io: Io): Promise<ExitCode> {
  const { form, out } = { ...options, form: parseForm(options.form) };
  const shown = { ...readShown(options), labels: readLabelLanguage(options) };
  await using archive = await openArchive(options.archive, { readOnly: true });
  const post = await findPost(text, archive);
  if (platformOf(post) === 'web') {
    throw new UsageError(`${text} is a web page, and no post. \`embalm render\` and its URL make a page of it.`);
  }
  if (form === 'image') {
    if (out === undefined) throw new UsageError('--form image needs a file: give one with -o, as in -o post.png.');
    await replaceFile(out, await photograph(archive, post, shown, out, io.signal));
    return exitCodes.done;
  }
  const written = await embedFromArchive(archive, post, { ...shown, form });
  if (out === undefined) io.out.line(written);
  else await replaceFile(out, `${written}\n`);
  return exitCodes.done;
}

async function photograph(
  archive: Archive,
  post: PostId,
  options: EmbedOptions,
  file: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { photographPage } = await import('@embalm/archiver');
  const page = await embedFromArchive(archive, post, { ...options, media: 'data', form: 'iframe' });
  const colorScheme = options.theme === 'dark' ? 'dark' : 'light';
  const picture = await photographPage(page, { element: '.embalm', width: photographWidth, colorScheme, signal });
  return file.toLowerCase().endsWith('.webp') ? encodePicture(picture, 'webp') : picture;
}

function readShown({ theme, jsonLd, media, out, ...options }: EmbedCommandOptions): EmbedOptions {
  const { mediaPrefix, avif } = readMediaOptions(options);
  if (mediaPrefix !== undefined && media === undefined) {
    throw new UsageError('--media-prefix says where the folder of --media will be: give that too.');
  }
  const page = mediaPrefix === undefined ? (out ?? 'post.html') : undefined;
  return { theme, jsonLd, mediaPrefix, avif, media: media === undefined ? 'data' : { folder: media, page } };
}

function parseForm(text: string): Form | 'image' {
  const all = [...forms, 'image'] as const;
  const form = all.find((name) => name === text);
  if (form !== undefined) return form;
  throw new UsageError(`--form takes one of ${all.join(', ')}; got ${JSON.stringify(text)}.`);
}
