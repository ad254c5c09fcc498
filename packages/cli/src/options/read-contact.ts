import { UsageError } from '../usage-error.ts';

/** What may stand in a head's comment: no white space, no brackets, nothing but ASCII. */
const mailPattern = /^[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[a-zA-Z0-9.-]{1,190}$/;
const webPattern = /^https?:\/\/[!#-'*-~]{1,250}$/;

/**
 * Whom the hosts that are asked may turn to, as it stands in the User-Agent.
 *
 * @returns As in `mailto:ann@example.org`, or `null` if there is nobody.
 * @throws {UsageError} If it is neither an e-mail address nor a web address.
 */
export function readContact(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (mailPattern.test(text)) return `mailto:${text}`;
  if (webPattern.test(text) && URL.canParse(text)) return text;
  throw new UsageError(
    `--contact takes an e-mail address or a web address, as in ann@example.org; got ${JSON.stringify(text)}.`,
  );
}
