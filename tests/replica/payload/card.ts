import type { CardSpec, PollSpec } from '../world/post-spec.ts';
import { timeOf } from '../world/status-url.ts';
import type { PublishedPost } from '../world/world.ts';

/** `card` of a payload: the preview of a link, or a poll. */
export function cardPayload(post: PublishedPost): Record<string, unknown> {
  const { card, poll } = post.spec;
  if (poll !== undefined) return { card: pollPayload(poll, post.spec.id) };
  if (card === undefined) return {};
  return { card: linkPayload(card, post.cardLink ?? card.url, post.cardImage) };
}

function linkPayload(card: CardSpec, link: string, image: string | null): unknown {
  const { hostname } = new URL(card.url);
  return {
    card_platform: platform,
    name: card.kind,
    url: link,
    binding_values: {
      title: stringValue(card.title),
      description: stringValue(card.description),
      domain: stringValue(hostname),
      vanity_url: { ...stringValue(hostname), scribe_key: 'vanity_url' },
      card_url: { ...stringValue(link), scribe_key: 'card_url' },
      thumbnail_image: imageValue(image, 400, 210),
      thumbnail_image_large: imageValue(image, 600, 314),
      thumbnail_image_original: imageValue(image, 1600, 838),
      photo_image_full_size: imageValue(image, 600, 314),
      photo_image_full_size_large: imageValue(image, 800, 419),
      photo_image_full_size_original: imageValue(image, 1600, 838),
      photo_image_full_size_alt_text: stringValue(card.title),
    },
  };
}

function pollPayload(poll: PollSpec, id: string): unknown {
  const ends = timeOf(id) + poll.minutes * 60_000;
  const choices = poll.choices.flatMap(({ label, votes }, index) => [
    [`choice${index + 1}_label`, stringValue(label)],
    [`choice${index + 1}_count`, stringValue(String(votes))],
  ]);
  return {
    card_platform: platform,
    name: `poll${poll.choices.length}choice_text_only`,
    url: `card://${BigInt(id) - 9n}`,
    binding_values: {
      ...Object.fromEntries(choices),
      end_datetime_utc: stringValue(secondsOf(ends)),
      last_updated_datetime_utc: stringValue(secondsOf(ends + 1000)),
      counts_are_final: { boolean_value: true, type: 'BOOLEAN' },
      duration_minutes: stringValue(String(poll.minutes)),
      api: stringValue('capi://passthrough/1'),
      card_url: { ...stringValue('https://twitter.com'), scribe_key: 'card_url' },
    },
  };
}

const platform = { platform: { audience: { name: 'production' }, device: { name: 'Swift', version: '12' } } };

function stringValue(value: string): Record<string, string> {
  return { string_value: value, type: 'STRING' };
}

function imageValue(image: string | null, width: number, height: number): unknown {
  const name = width === 1600 ? 'orig' : `${width}x${height}`;
  return { image_value: { height, width, url: `${image}?format=jpg&name=${name}` }, type: 'IMAGE' };
}

function secondsOf(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
