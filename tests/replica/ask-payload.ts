import type { Client } from './open-client.ts';

/** What tests look at in a payload. */
export interface Payload {
  readonly text: string;
  readonly note_tweet?: { readonly id: string };
  readonly user: { readonly profile_image_url_https: string };
  readonly entities: { readonly urls: readonly { readonly url: string }[] };
  readonly mediaDetails: readonly {
    readonly media_url_https: string;
    readonly video_info: { readonly variants: readonly { readonly url: string; readonly bitrate?: number }[] };
  }[];
}

/** Ask for the payload of a post. */
export async function askPayload(client: Client, id: string): Promise<Payload> {
  return JSON.parse((await client.ask(payloadUrl(id))).text) as Payload;
}

/** Where it is. */
export function payloadUrl(id: string): string {
  return `https://cdn.syndication.twimg.com/tweet-result?id=${id}&lang=en&token=a`;
}
