import {
  embedClasses,
  frameElements,
  idComponents,
  namedEmbeds,
  tweetComponents,
  tweetIdAttributes,
} from '../../platforms/embed-markup.ts';

const ofTwitter = /tw(?:eet|itter)/i;

/** Classes and attributes that tell an embed, and have no link in them as a rule: `tweet` alone is no such name. */
const attributes: readonly string[] = [
  'twitter-tweet',
  'twitter-video',
  ...embedClasses.keys(),
  ...tweetIdAttributes,
  ...namedEmbeds.map(({ platform, id }) => (saysTwitter(id) ? id : platform)),
].filter((name) => name !== 'tweet');

/** Elements that embed a post by its id. */
const components: readonly string[] = [...tweetComponents, ...idComponents.keys()];

/** Names in markup that tell an embed. */
export interface MarkupNames {
  readonly attributes: readonly string[];
  readonly components: readonly string[];
}

/** Those that say whose they are: X's. */
export const namesOfTwitter: MarkupNames = {
  attributes: attributes.filter(saysTwitter),
  components: components.filter(saysTwitter),
};

/** Those of the others that are told by their hyphen. */
export const namesWithHyphen: MarkupNames = {
  attributes: attributes.filter((name) => !saysTwitter(name) && name.includes('-')),
  components: components.filter((name) => !saysTwitter(name) && name.includes('-')),
};

/** Elements that are told by the `<` before them. */
export const bareElements: readonly string[] = [
  ...frameElements,
  ...components.filter((name) => !saysTwitter(name) && !name.includes('-')),
];

function saysTwitter(name: string): boolean {
  return ofTwitter.test(name);
}
