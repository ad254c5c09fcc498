import { draftOfAttribute, type Rule } from '../draft.ts';

/** Event handlers: every attribute that begins with `on`, since browsers keep adding events. */
export const checkHandlers: Rule = (tag) =>
  Array.from(tag.attributes.values())
    .filter(({ name }) => /^on[a-z]/.test(name))
    .map((attribute) => draftOfAttribute(tag, attribute, 'handler', 'runs'));
