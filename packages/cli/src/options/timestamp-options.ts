import { InvalidArgumentError, Option } from 'commander';

/** Whom to ask for time stamps. */
export interface TimestampOptions {
  /** URLs. */
  readonly tsa: readonly string[];
}

/** Of commands that have checkpoints stamped. */
export const tsaOption: Option = new Option(
  '--tsa <url>',
  'have this time stamp authority (RFC 3161) sign when it existed; may be given again for others',
)
  .argParser(addUrl)
  .default([], 'none');

/** Of commands that check whose stamps they are. */
export const tsaCaOption: Option = new Option(
  '--tsa-ca <file>',
  'time stamps must come from authorities that these certificates (PEM) vouch for',
);

function addUrl(text: string, before: readonly string[]): readonly string[] {
  const url = URL.parse(text);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return [...before, url.href];
  throw new InvalidArgumentError('Expected a URL, as in http://timestamp.example/.');
}
