import type { Withheld } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { findUser } from './author.ts';

const country = /^[A-Za-z]{2}$/;
const scopes: ReadonlyMap<string, Withheld['scope']> = new Map([
  ['status', 'post'],
  ['tweet', 'post'],
  ['post', 'post'],
  ['user', 'account'],
]);

/**
 * Read where X keeps a post from readers: `withheld_in_countries`, `withheld_copyright` and `withheld_scope` of v1.1 and of
 * GraphQL, where they stand with the post or with its author.
 */
export function readWithheld(tweet: Fields, holder: Fields): Withheld | null {
  const user = findUser(holder);
  return readFields(tweet, null) ?? (user === null ? null : readFields(user.object('legacy') ?? user, 'account'));
}

/** Read `withheld` of v2: of the post, or else of its author. */
export function readV2Withheld(tweet: Fields, user: Fields | null): Withheld | null {
  const [own, all] = [tweet.object('withheld'), user?.object('withheld') ?? null];
  return (
    toWithheld(own, 'country_codes', 'copyright', 'scope', null) ??
    toWithheld(all, 'country_codes', 'copyright', 'scope', 'account')
  );
}

function readFields(holder: Fields, scope: Withheld['scope']): Withheld | null {
  return toWithheld(holder, 'withheld_in_countries', 'withheld_copyright', 'withheld_scope', scope);
}

function toWithheld(
  holder: Fields | null,
  countriesKey: string,
  copyrightKey: string,
  scopeKey: string,
  otherwise: Withheld['scope'],
): Withheld | null {
  if (holder === null) return null;
  const codes = holder.strings(countriesKey);
  const countries = codes.filter((code) => country.test(code)).map((code) => code.toUpperCase());
  if (countries.length < codes.length) holder.surprising(countriesKey);
  const copyright = holder.boolean(copyrightKey) ?? false;
  if (countries.length === 0 && !copyright) return null;
  const name = holder.string(scopeKey) ?? '';
  const scope = scopes.get(name) ?? otherwise;
  if (name !== '' && !scopes.has(name)) holder.surprising(scopeKey);
  return { countries, copyright, scope };
}
