/** Words that are frequent in one language and rare in the others: enough to tell a post from the article around it. */
const frequentWords: Readonly<Record<string, string>> = {
  en: 'the and of to is in that it for you this with are was on be have not but my we what your at just from they will',
  es: 'el los las una que por para con está como más pero sus muy y del esto hay qué este yo al',
  pt: 'os uma não com para em mais isso você são ao pelo seu também já muito é foi da do pra um',
  fr: 'les des est dans une pour qui sur pas vous avec je ce et nous au sont plus cette mais le du il',
  it: 'il che di per è sono della gli non una anche più questo ma ho nel alla si ci',
  de: 'der die und das ist nicht ich mit auf für ein eine den von wir sich auch zu es dem im',
  nl: 'het een van en ik niet dat op te zijn voor met je maar ook aan deze er wij',
  sv: 'och att det som är på för inte jag har med till av om vi den ett kan',
  da: 'og at det er på for ikke jeg har med til af vi der et kan som hvad',
  tr: 've bir bu için çok ile daha ama ne var olarak gibi kadar ben sonra değil mi',
  id: 'yang dan di ini itu dengan untuk tidak dari akan ada saya juga kita bisa pada ke',
  pl: 'się nie na jest to że jak do za ale po tak od co tylko dla już',
  cs: 'je se na že to jsem ale jako pro které tak není by jsou už',
  fi: 'ja on ei että se oli kun mutta ovat nyt myös hän tai niin',
  hu: 'hogy nem az egy van és is ez csak még volt meg már',
  ro: 'și nu este în pe la cu care mai din sunt dar pentru o să',
  vi: 'và của là có không được cho một này với người trong những đã',
};

/** Made when first asked. */
let languagesOf: ReadonlyMap<string, readonly string[]> | null = null;

/** Links, handles and tags are of no language. */
const notProse = /(?:https?:\/\/|pic\.(?:twitter|x)\.com\/|[@#])[\w./-]{1,200}/gu;

/** The language that a text's frequent words are of, or `null` if it has too few, or as many of another. */
export function dominantLanguage(text: string): string | null {
  languagesOf ??= indexWords();
  const counts = new Map<string, number>();
  for (const word of text
    .replace(notProse, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((one, other) => other[1] - one[1]);
  return first !== undefined && first[1] > 1 && first[1] > (second?.[1] ?? 0) + 1 ? first[0] : null;
}

function indexWords(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const [language, list] of Object.entries(frequentWords)) {
    for (const word of list.split(' ')) words.set(word, [...(words.get(word) ?? []), language]);
  }
  return words;
}
