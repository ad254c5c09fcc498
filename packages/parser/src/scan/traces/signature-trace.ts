import { letters, readAround, type Trace } from './trace.ts';

/** A handle, and the bracket behind it, or what that may be behind or written as. */
const handle = /^\(@[\w.@\\-]{1,100}[)<&\\]/;
const longestHandle = 104;

/** The bracket before a handle that is in elements of its own, as in links. */
const opened = /(?:\(|&#(?:0{0,6}40|x0{0,6}28);|&lpar;|u0028)\s{0,9}(?:<[^<>]{0,600}>\s{0,9}){1,4}$/i;
const longestTags = 1200;

/** The handle of a flattened embed. */
export const signatureTrace: Trace = {
  trigrams: [['(>', '@', `${letters}0123456789_.-\\@<&`]],
  isAt(bytes, at) {
    if (bytes[at + 1] !== 0x40) return false;
    return bytes[at] === 0x28
      ? handle.test(readAround(bytes, at, 0, longestHandle))
      : opened.test(readAround(bytes, at, longestTags, 1));
  },
};
