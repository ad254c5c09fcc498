/** What opens the point of a list. */
export const bullet: RegExp = /^(?:[-–•·・*→➡✅👉▪‣]|\(?[0-9a-z][.)]|\d{1,2}\/|\p{Extended_Pictographic})/u;

/** What ends a sentence. */
export const lastMark: RegExp = /[.!?…。！？]["'”’»)\]]?$/u;

/** Tags, mentions and short links: few articles have them. */
export const postLike: RegExp = /(?:^|\s)[#@]\w|pic\.(?:twitter|x)\.com\/|\bt\.co\//u;
