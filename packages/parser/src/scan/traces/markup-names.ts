import {
  ampComponents,
  cardAttribute,
  cardClass,
  embedClasses,
  frameElements,
  idAttributes,
  namedEmbeds,
  platformComponents,
  xComponents,
} from '../../platforms/embed-markup.ts';

const ofTwitter = /tw(?:eet|itter)/i;

/** Classes that are words, too: what has one is an embed by an attribute. */
const words: ReadonlySet<string> = new Set(['tweet', 'youtube']);

/** Classes and attributes that tell an embed, and have no link in them as a rule. */
const attributes: readonly string[] = [
  'data-embed',
  cardClass,
  cardAttribute,
  ...embedClasses.keys(),
  ...idAttributes.keys(),
  ...namedEmbeds.map(({ platform, id }) => (saysTwitter(id) || !platform.includes('-') ? id : platform)),
]
  .filter((name) => !words.has(name))
  .map((name) => name.toLowerCase());

/** Elements that embed a post by its id. */
const components: readonly string[] = [
  ...xComponents,
  'embetty-video',
  ...ampComponents.keys(),
  ...platformComponents.keys(),
];

/** Names in markup that tell an embed. */
export interface MarkupNames {
  readonly attributes: readonly string[];
  readonly components: readonly string[];
}

/** Those that say whose they are: X's. Components of any name do if it has that of X in it. */
export const namesOfTwitter: MarkupNames = {
  attributes: attributes.filter(saysTwitter),
  components: [],
};

/** Those of the others that are told by what is between their words. */
export const namesWithHyphen: MarkupNames = {
  attributes: attributes.filter((name) => !saysTwitter(name) && hasHyphen(name)),
  components: components.filter(hasHyphen),
};

/** Those of the others that have nothing there, and elements that begin as items of lists do, which are on every page. */
export const otherNames: MarkupNames = {
  attributes: attributes.filter((name) => !saysTwitter(name) && !hasHyphen(name)),
  components: components.filter((name) => !hasHyphen(name) && name.startsWith('lite')),
};

/** Elements that are told by the `<` before them. */
export const bareElements: readonly string[] = [
  ...frameElements,
  ...components.filter((name) => !hasHyphen(name) && !name.startsWith('lite')),
];

function hasHyphen(name: string): boolean {
  return /[_-]/.test(name);
}

function saysTwitter(name: string): boolean {
  return ofTwitter.test(name);
}
