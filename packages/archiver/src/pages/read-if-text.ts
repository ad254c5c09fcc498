import { type Article, isInputError, readAnswer } from '@embalm/parser/read';

/** Read the body of an answer as `readAnswer` does. @returns `null` if it is no text. */
export function readIfText(url: string, bytes: Uint8Array, contentType: string): Article | null {
  try {
    return readAnswer(url, bytes, contentType);
  } catch (error) {
    if (isInputError(error)) return null;
    throw error;
  }
}
