/** What bylines and picture credits are headed by, in several languages. */
const label =
  '(?:photo\\w{0,8}|images?|imagen|imagem|pictures?|picture|bild|fotos?|写真|撮影|credits?|crédit\\p{L}{1,2}|courtesy|author|autore?|autora|auteure?|автор|著者|文|yazan|penulis|editor|source|fuente|fonte|quelle|kaynak|sumber|bron|story|text|texto|testo|tekst|teks|words|interview|illustrations?|screenshot|contact|twitter|tweet|e-?mail|modified|updated)';

/** With a dash before them, only what no name begins with. */
const afterDash =
  /^(?:by|via)\s|^[\p{L} ]{0,20}(?:photo\w{0,8}|images?|pictures?|credits?|author|editor|source|story|text|words)(?: by\s|:)/iu;

/** Without one, also what few names begin with. */
const opening =
  /^[([]?(?:from|courtesy|written|posted|reported|reporting|edited|follow|contact|photo\w{0,8}|images?|pictures?|credits?)\s/iu;
const labelled = new RegExp(`^[([]?(?:[\\p{L}]{1,12} )?${label}(?:\\s?[:：]|\\b.{0,20}:)`, 'iu');

/** `By` in other languages; names that begin so are longer. */
const byInOthers = /^(?:por|par|door|oleh|przez)\s\S{1,40}(?:\s\S{1,40}){0,2}$/iu;

/** What somebody did, and by whom: three words at most. */
const doneBy =
  /^[([]?(?:\p{L}{2,20} ){1,3}by\s|^(?:foto|publicado|publicada|traducido|traduzido|traduit|publié|publiée|veröffentlicht|pubblicato|gepubliceerd|diterbitkan) (?:de|por|par|von|da|door|oleh)\s/iu;

/** The mark of a point in a list. */
const point = /^[*•·]\s/u;

/** Whether what stands before a handle says that somebody is credited there, and is no name. */
export function isCredit(name: string, dashed: boolean): boolean {
  if (afterDash.test(name)) return true;
  return (
    !dashed &&
    (opening.test(name) || byInOthers.test(name) || labelled.test(name) || doneBy.test(name) || point.test(name))
  );
}

const onlyLabel =
  /^(?:[\p{L}]{1,12} )?(?:credits?|courtesy|crédit\p{L}{1,2})$|^(?:photo\w{0,8}|images?|pictures?|fotos?|illustrations?|author|autor|editor|source|fuente|fonte|quelle)$/iu;
const longestLabel = 30;

/** Whether a line says, up to its dash, nothing but for what somebody is credited: `Image credit — Ann`. */
export function isCreditLine(line: string): boolean {
  const words = line.trim();
  return words.length <= longestLabel && onlyLabel.test(words);
}
