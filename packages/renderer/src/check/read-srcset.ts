/**
 * The addresses of a `srcset` (HTML standard, "parse a srcset attribute"): each runs to the next white space; commas around
 * it part the candidates.
 */
export function readSrcset(value: string): readonly string[] {
  const addresses: string[] = [];
  const candidate = /[\s,]*([^\s,]\S*)/y;
  for (let match = candidate.exec(value); match?.[1] !== undefined; match = candidate.exec(value)) {
    const address = match[1];
    addresses.push(withoutCommas(address));
    if (!address.endsWith(',')) candidate.lastIndex = endOfDescriptors(value, candidate.lastIndex);
  }
  return addresses;
}

/** Descriptors may hold commas in parentheses only. */
function endOfDescriptors(value: string, from: number): number {
  let depth = 0;
  for (let index = from; index < value.length; index += 1) {
    const character = value[index];
    if (character === '(') depth += 1;
    if (character === ')' && depth > 0) depth -= 1;
    if (character === ',' && depth === 0) return index;
  }
  return value.length;
}

function withoutCommas(address: string): string {
  let end = address.length;
  while (address[end - 1] === ',') end -= 1;
  return address.slice(0, end);
}
