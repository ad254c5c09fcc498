const head = /^\u{FEFF}?WEBVTT(?:[ \t]|$)/u;

/**
 * Take out of captions (WebVTT §4.1) what is not words: styles, which are CSS, regions and remarks.
 *
 * @returns `null` for what is no WebVTT.
 */
export function cleanCaptions(text: string): string | null {
  const [first = '', ...blocks] = text.replaceAll(/\r\n?/g, '\n').split(/\n{2,}/);
  if (!head.test(first.split('\n', 1)[0] ?? '')) return null;
  const cues = blocks.filter((block) => /^(?:[^\n]*\n)?[^\n]*-->/.test(block));
  return ['WEBVTT', ...cues.map((cue) => cue.trimEnd())].join('\n\n') + '\n';
}
