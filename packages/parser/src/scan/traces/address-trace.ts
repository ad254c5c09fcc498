import { addressAttributes } from '../../platforms/embed-markup.ts';
import { providerHint } from '../../platforms/providers.ts';
import { mayEmbedAround } from './embeds-post.ts';
import { openNames } from './match-names.ts';
import { readAround, type Trace, trigramAround } from './trace.ts';

const names = [...addressAttributes];
const hyphen = (name: string): number => name.indexOf('-');
/** An attribute up to its value, and as much of that as tells whose it is. */
const attribute = /^[\w-]{1,40}\s{0,9}=[^<>]{1,400}/;
const longest = 448;

/** Embeds of other platforms, by their addresses in attributes of any element. */
export const addressTrace: Trace = {
  trigrams: names.map((name) => trigramAround(name, hyphen(name))),
  isAt: (bytes, at) => isAddressAt(bytes, at + 1),
};

const isAddressAt = openNames(names, hyphen, (bytes, start) => {
  const written = attribute.exec(readAround(bytes, start, 0, longest))?.[0];
  return written !== undefined && providerHint.test(written) && mayEmbedAround(bytes, start);
});
