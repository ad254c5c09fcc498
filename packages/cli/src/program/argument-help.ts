/** What commands that read articles take. */
export const inputsHelp = 'files, folders, globs, web pages by URL, or - for standard input';

/** What commands that show one archived post take. */
export const shownPostHelp = 'a post: its URL, x:ID, or the bare id';

/** What commands that look at one archived post take. */
export const postHelp: string = `${shownPostHelp}; or a web page: its URL`;
