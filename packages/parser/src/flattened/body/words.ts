/**
 * Words that are frequent in one language and rare in the others, enough to tell a post from the article around it; and
 * words of a kind, in several languages, that posts or articles have more of.
 */
const words = {
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
} as const;

/** How many of the kinds of words are languages; they come first. */
export const languageCount: number = Object.keys(words).length;

/** Words that tell who speaks, to whom, and of what. */
const kinds = {
  tweeting:
    'tweet tweets tweeted tweeting tweeter twitter twitted retweet retweeted tuit tuits tuíte tuítes tuiteó tuitear tuite tuitou tuitar twitt tweeté tweette twittert twitterte getwittert tweette twittade twittrade twitou твит твиты твите твиттер твиттере твитнул tweetledi tweeti twitterda kicau mencuit cuit cuitan',
  saying:
    'said says wrote writes posted posts added adds asked replied responded announced shared according told stated commented dijo escribió publicó afirmó señaló disse escreveu publicou afirmou écrit déclaré annoncé dit schrieb sagte schreibt ha scritto detto написал написала сообщил заявил yazdı dedi paylaştı menulis kata ujar skrev sade schreef zei napsal napisał powiedział',
  me: 'i me my mine myself we us our ours yo mi mis me nosotros nuestro nuestra eu meu minha nós nosso je moi mon ma mes nous notre nos ich mir mich mein meine wir uns unser io mio mia noi nostro ik mijn wij ons jag min mitt vi saya aku kami ben benim biz я мы мне мой моя нас наш',
  you: 'you your yours yourself tú tu tus usted vosotros você seu vocês vous votre vos du dich dein deine euch ihr voi vostro jij jouw dig din ты вы ваш sen siz kamu anda',
  pointing:
    'below following here abaixo seguinte aqui siguiente abajo aquí dessous suivant voici ici unten folgende folgenden folgender hier sotto seguente ecco hieronder volgende berikut aşağıda aşağıdaki níže poniżej ниже вот nedan följande',
  slang:
    'lol omg lmao wtf rt via pls thx gonna wanna gotta yeah hey wow dear yes ok haha hahaha cc ps thanks thank congrats please',
} as const;

/** One of the kinds of words that are no languages. */
export type WordKind = keyof typeof kinds;

/** The kinds, in the order of their columns, which follow those of the languages. */
export const wordKinds: readonly WordKind[] = Object.keys(kinds) as WordKind[];

/** How many columns words are counted in. */
export const wordColumns: number = languageCount + wordKinds.length;

/** A table with open addresses: the hash of a word, and beside it one bit for each column in which it counts. */
const size = 4096;
const seed = 7;
let table: Int32Array | null = null;

/** Go on with the hash of a word by its next UTF-16 unit; begin with {@link emptyHash}. Case is folded in Latin-1 and Cyrillic. */
export function hashUnit(hash: number, unit: number): number {
  const folded =
    unit < 0x80 ? unit | 0x20 : (unit >= 0xc0 && unit <= 0xde) || (unit >= 0x410 && unit <= 0x42f) ? unit + 0x20 : unit;
  return (Math.imul(hash, 31) + folded) | 0;
}

/** No word of the table is longer. */
export const longestWord = 10;

/** The hash of no word. */
export const emptyHash: number = seed;

/** The columns in which a word of this hash counts, one bit each, from the lowest. */
export function columnsOf(hash: number): number {
  table ??= fillTable();
  let place = placeOf(hash);
  for (let found = table[place] ?? 0; found !== 0; found = table[place] ?? 0) {
    if (found === hash) return table[place + 1] ?? 0;
    place = (place + 2) & (2 * size - 1);
  }
  return 0;
}

function placeOf(hash: number): number {
  return ((hash ^ (hash >>> 15)) & (size - 1)) * 2;
}

function fillTable(): Int32Array {
  const filled = new Int32Array(2 * size);
  for (const [column, list] of [...Object.values(words), ...Object.values(kinds)].entries()) {
    for (const word of list.split(' ')) {
      let hash = emptyHash;
      for (let at = 0; at < word.length; at += 1) hash = hashUnit(hash, word.charCodeAt(at));
      let place = placeOf(hash);
      while (filled[place] !== 0 && filled[place] !== hash) place = (place + 2) & (2 * size - 1);
      filled[place] = hash;
      filled[place + 1] = (filled[place + 1] ?? 0) | (1 << column);
    }
  }
  return filled;
}
