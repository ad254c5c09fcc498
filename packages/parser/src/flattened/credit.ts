/** What bylines and picture credits are headed by, in several languages. */
const label =
  '(?:photo\\w{0,8}|images?|imagen|imagem|pictures?|picture|bild|fotos?|fotograf\\p{L}{1,3}|fotoğraf|zdjęci[ea]|фото|写真|撮影|사진|credits?|crédit\\p{L}{0,2}|crédito|courtesy|author|autor(?:e|in)?|autora|auteure?|автор|著者|執筆者|編集|取材|文|글|기자|취재|yazan|haber|penulis|editor|redacción|redação|source|fuente|fonte|quelle|źródło|kaynak|sumber|bron|источник|story|text|texto|texte|testo|tekst|teks|текст|words|interview|illustrations?|screenshot|contact|reporter|speaker|host|twitter|tweet|e-?mail|modified|updated)';

/** What pictures, texts and programmes are, and what is done to them: with a dash before it, no name begins so. */
const made =
  '(?:photo\\w{0,8}|foto\\w{0,2}|fotoğraf|фото|images?|imagen|imagem|pictures?|bild|zdjęci[ea]|vid[eé]os?|vídeo|видео|graphics?|charts?|maps?|illustrations?|art|artwork|credits?|crédit\\p{L}{0,2}|crédito|words|text|texto|texte|testo|текст|story|source|author|autor(?:e|in)?|автор|editor|guests?|hosts?|interview)';
const afterDash = new RegExp(
  `^(?:by|via|from|as told to)\\s|^(?:\\p{L}{1,12} )?${made}(?:\\s?[:：]|\\s(?:by|de|por|par|von|di|da|door|oleh|przez|av|af)\\s)|^(?:写真|撮影|사진|글|图片来源|图片|图|摄影|文)\\s?[:：]|^fot\\.\\s|^(?:written|posted|edited|reported|reporting|translated|interviewed|compiled|curated|hosted|presented|produced|filmed|recorded|submitted|published|updated|reviewed|designed|drawn|created|contributed|illustrated)\\sby\\s`,
  'iu',
);

/** Without one, also what few names begin with. */
const opening =
  /^[([]?(?:from|with|featuring|courtesy|written|posted|reported|reporting|edited|follow|contact|photo\w{0,8}|images?|pictures?|credits?)\s/iu;
const labelled = new RegExp(`^[([]?(?:[\\p{L}]{1,12} )?${label}(?:\\s?[:：]|\\b.{0,20}:)`, 'iu');

/** `By` in other languages; names that begin so are longer. */
const byInOthers =
  /^(?:por|par|door|oleh|przez)\s\S{1,40}(?:\s\S{1,40}){0,2}$|^(?:von|di|av|af)\s(?!de[rnm]\s)\S{1,40}(?:\s\S{1,40}){1,2}$|^기자\s/iu;

/** What somebody did, and by whom: three words at most. */
const doneBy =
  /^[([]?(?:\p{L}{2,20} ){1,3}by\s|^(?:foto|imagen|imagem|image|texto|texte|escrito|escrita|publicado|publicada|traducido|traduzido|rédigée?|écrite?|propos recueillis|traduit|publié|publiée|geschrieben|ein beitrag|veröffentlicht|scritto|a cura|pubblicato|geschreven|gepubliceerd|ditulis|diterbitkan|skriven|tekst) (?:de|por|par|von|da|di|door|oleh|av)\s|^(?:napisała?|opracowała?|подготовила?|написала?)\s|^fot\.\s/iu;

/** Signs and short words that say from whom something is. */
const from = /^(?:©|\(c\)\s|[hm]\/t\s)/iu;

/** What somebody is, behind the name. */
const office = /,\s(?:\p{L}{2,12} ){0,2}(?:writer|reporter|editor|correspondent|contributor|columnist)$/iu;

/** The mark of a point in a list. */
const point = /^[*•·]\s/u;

/** Whether what stands before a handle says that somebody is credited there, and is no name. */
export function isCredit(name: string, dashed: boolean): boolean {
  if (afterDash.test(name)) return true;
  return (
    !dashed &&
    (opening.test(name) ||
      byInOthers.test(name) ||
      labelled.test(name) ||
      doneBy.test(name) ||
      from.test(name) ||
      office.test(name) ||
      point.test(name))
  );
}

const onlyLabel =
  /^(?:[\p{L}]{1,12} )?(?:credits?|courtesy|crédit\p{L}{1,2})$|^(?:photo\w{0,8}|images?|pictures?|bild|fotos?|illustrations?|authors?|autor|editors?|reporters?|hosts?|guests?|moderators?|speakers?|(?:(?:media|press) )?contacts?|text|texto|texte|words|source|fuente|fonte|quelle)$/iu;
const longestLabel = 30;

/** How a line of a program's log begins. */
const logLine = /^(?:\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\[(?:debug|info|warn(?:ing)?|error)\])/i;

/** Whether a line says, up to its dash, nothing but for what somebody is credited: `Image credit — Ann`; or is of a log. */
export function isCreditLine(line: string): boolean {
  const words = line.trim();
  if (logLine.test(words)) return true;
  return words.length <= longestLabel && onlyLabel.test(words.replace(/^[([]|:$/g, ''));
}

const closing =
  /(?:^|\n)(?:(?:(?:kind|best|warm) )?(?:regards|wishes)|sincerely|yours(?: \w{1,12})?|mit freundlichen grüßen|viele grüße|cordialement|bien à vous|saludos|atentamente|un saludo|cordiali saluti|atenciosamente|met vriendelijke groet(?:en)?|с уважением),?\s{0,9}$|(?:^|\n)(?:love|cheers|(?:many )?thanks|thank you|(?:all the )?best|take care),\s{0,9}$/iu;
const longestClosing = 60;

/** Whether what stands before a dash ends a letter: what follows is who wrote it. */
export function isLetterEnd(before: string): boolean {
  return closing.test(before.slice(-longestClosing));
}
