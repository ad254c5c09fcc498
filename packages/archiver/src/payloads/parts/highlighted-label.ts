import type { AccountLabel, Author } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { plainHandle } from './handle.ts';

/** What X shows beside an account's name: whose it is, or what it is. */
type Labelled = Pick<Author, 'affiliation' | 'accountLabel'>;

const kinds: ReadonlyMap<string, AccountLabel['kind']> = new Map([
  ['Parody', 'parody'],
  ['Commentary', 'commentary'],
  ['Fan', 'fan'],
]);

/**
 * Read the label of an account, which is an organisation's badge or says that a program writes its posts; and what the account
 * chose of `parody_commentary_fan_label`.
 *
 * @param label `highlighted_label`, or what stands in its place.
 */
export function readLabels(user: Fields, label: Fields | null): Labelled {
  const own = readOwnLabel(user);
  const name = label?.string('description') ?? null;
  if (label === null) return { affiliation: null, accountLabel: own };
  const type = label.string('userLabelType') ?? label.string('user_label_type');
  if (type === 'AutomatedLabel') {
    const said = label.object('longDescription')?.string('text') ?? name ?? '';
    return { affiliation: null, accountLabel: { kind: 'automated', by: handleIn(said) } };
  }
  if (name === null) return { affiliation: null, accountLabel: own };
  const url = label.object('url')?.string('url') ?? null;
  return { affiliation: { name, url, badge: label.object('badge')?.string('url') ?? null }, accountLabel: own };
}

function readOwnLabel(user: Fields): AccountLabel | null {
  const value = user.string('parody_commentary_fan_label') ?? 'None';
  const kind = kinds.get(value);
  if (kind !== undefined) return { kind, by: null };
  if (value !== 'None') user.surprising('parody_commentary_fan_label');
  return null;
}

/** `Automated by @handle`, in any language. */
function handleIn(text: string): string | null {
  const handle = plainHandle(/@(\w{1,15})/.exec(text)?.[1] ?? '');
  return handle === '' ? null : handle;
}
