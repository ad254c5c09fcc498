import { isWebAddress } from './is-web-address.ts';

/** Inputs that are read in one go. */
export type InputGroup =
  { readonly kind: 'files'; readonly names: readonly string[] } | { readonly kind: 'page'; readonly url: string };

/** Put files that follow one another into one group, web pages each into their own; in the order of the inputs. */
export function groupInputs(inputs: readonly string[]): readonly InputGroup[] {
  const groups: InputGroup[] = [];
  let names: string[] = [];
  for (const input of inputs) {
    if (isWebAddress(input)) {
      names = [];
      groups.push({ kind: 'page', url: input });
    } else {
      if (names.length === 0) groups.push({ kind: 'files', names });
      names.push(input);
    }
  }
  return groups;
}
