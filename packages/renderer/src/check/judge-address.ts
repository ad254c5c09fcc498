import type { PageContext } from './draft.ts';
import type { Effect, RuleName } from './finding.ts';
import type { FetchingAttribute } from './fetching-attributes.ts';
import { readAddress } from './read-address.ts';

/** What an address does where it stands. */
export interface Verdict {
  readonly rule: RuleName;
  readonly effect: Effect;
}

/** Data that runs nothing when it is opened as a document: pictures but SVG, sound, film, plain text. */
const inert = /^(?:image\/(?!svg)|audio\/|video\/|text\/plain$)/;
const verdicts = {
  resource: { rule: 'attribute', effect: 'loads' },
  document: { rule: 'document', effect: 'loads' },
  form: { rule: 'form', effect: 'leaks' },
  ping: { rule: 'ping', effect: 'leaks' },
  link: null,
} as const;

/** Judge one address, or say `null` if it does nothing that matters. */
export function judgeAddress(written: string, use: FetchingAttribute['use'], page: PageContext): Verdict | null {
  const address = readAddress(written);
  switch (address.kind) {
    case 'nothing':
      return null;
    case 'code':
      return { rule: 'script-url', effect: 'runs' };
    case 'data':
      return use === 'document' && !inert.test(address.mediaType) ? { rule: 'document', effect: 'runs' } : null;
    case 'elsewhere':
      return verdicts[use];
    case 'own':
      break;
  }
  const counts = page.basedElsewhere || use === 'ping' || (page.selfContained && use !== 'form');
  return counts ? verdicts[use] : null;
}
