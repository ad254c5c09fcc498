/** Where the decimal digits of scripts begin: ASCII, Arabic, Persian, Devanagari, Bengali, Gujarati, Tamil, Telugu, Kannada, Malayalam, Thai. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50];

/** Read decimal digits of any of these scripts; `NaN` if others are among them. */
export function readDigits(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 10 + valueOf(digit.codePointAt(0) ?? 0);
  return value;
}

function valueOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? NaN : code - zero;
}
