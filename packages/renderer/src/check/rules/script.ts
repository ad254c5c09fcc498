import { type Draft, draftOfElement, type Rule } from '../draft.ts';
import type { Tag } from '../page/tag.ts';

/** The types that browsers run (MIME Sniffing standard, "JavaScript MIME type"), `module`, and VBScript for old ones. */
const running = new Set(
  `application/ecmascript application/javascript application/x-ecmascript application/x-javascript module text/ecmascript
  text/javascript text/javascript1.0 text/javascript1.1 text/javascript1.2 text/javascript1.3 text/javascript1.4
  text/javascript1.5 text/jscript text/livescript text/vbscript text/x-ecmascript text/x-javascript`.split(/\s+/),
);

/** Scripts. One of another type, as `application/ld+json`, is data; `speculationrules` make browsers fetch pages. */
export const checkScript: Rule = (tag): readonly Draft[] => {
  if (tag.name !== 'script' || tag.space === 'math') return [];
  const { attributes, content } = tag;
  const essence = essenceOf(tag);
  const src = attributes.get('src') ?? attributes.get('href') ?? attributes.get('xlink:href');
  const what = src?.value ?? content?.text ?? '';
  if (essence === 'speculationrules') return [draftOfElement(tag, 'link', 'loads', what)];
  return runsScript(tag) ? [draftOfElement(tag, 'script', 'runs', what)] : [];
};

/** Whether an element is a script that browsers run, and no data. */
export function runsScript(tag: Tag): boolean {
  if (tag.name !== 'script' || tag.space === 'math') return false;
  const essence = essenceOf(tag);
  return essence === '' || running.has(essence);
}

/** Its type, without parameters, in lower case. */
function essenceOf({ attributes }: Tag): string {
  const type = attributes.get('type')?.value.trim().toLowerCase();
  const language = attributes.get('language')?.value.toLowerCase();
  const given = type ?? (language === undefined || language === '' ? '' : `text/${language}`);
  return given.split(';', 1)[0]?.trim() ?? '';
}
