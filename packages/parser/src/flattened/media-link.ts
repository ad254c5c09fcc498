const mediaLink = /(?:https?:\/\/)?pic\.(?:twitter|x)\.com\/[A-Za-z0-9]{7,10}$/i;
const longestMediaLink = 'https://pic.twitter.com/fj2coK1xR1'.length;

/** A body without the link to its own picture, which X puts at its end. */
export function trimMediaLink(body: string): string {
  const trimmed = body.trimEnd();
  const tail = trimmed.slice(-longestMediaLink);
  const link = mediaLink.exec(tail)?.[0];
  return link === undefined ? trimmed : trimmed.slice(0, -link.length).trimEnd();
}
