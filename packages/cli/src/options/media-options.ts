import { Option } from 'commander';
import { UsageError } from '../usage-error.ts';

/** Options of commands that write media beside their pages. */
export interface MediaOptions {
  readonly mediaPrefix?: string | undefined;
  readonly avif?: boolean | undefined;
}

/** Of commands that write media beside their pages. */
export const mediaOptions: readonly Option[] = [
  new Option('--avif', 'photos in files also as AVIF, where that is smaller; takes seconds for each'),
  new Option(
    '--media-prefix <url>',
    'where the folders of media will be on the web, as in https://cdn.example.org/posts/',
  ),
];

/** Of a command's options those for media. @throws {UsageError} If no path could follow the prefix. */
export function readMediaOptions({ mediaPrefix, avif }: MediaOptions): MediaOptions {
  if (mediaPrefix !== undefined && !/^(?:\/|(?:https?:\/)?\/[^\s"<>]*\/)$/.test(mediaPrefix)) {
    throw new UsageError(
      `--media-prefix takes a URL or path that ends with a slash; got ${JSON.stringify(mediaPrefix)}.`,
    );
  }
  return { mediaPrefix, avif };
}
