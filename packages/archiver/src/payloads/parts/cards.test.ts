import type { Card } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { readLivePost } from '../../../test/read-payload.ts';
import { tweetResult } from '../../../test/tweet-result.ts';

type Json = Readonly<Record<string, unknown>>;

const words = (text: string): Json => ({ type: 'STRING', string_value: text });
const image = (url: string): Json => ({ type: 'IMAGE', image_value: { url, width: 1280, height: 720, alt: null } });

function cardOf(name: string, values: Json, url = 'card://1500127395262201857'): Card | null {
  return readLivePost(tweetResult({ card: { name, url, binding_values: values } })).card;
}

const details = (data: Json): Json => ({ details_1: { type: 'details', data } });
const unified = (parts: Json): Card | null => cardOf('unified_card', { unified_card: words(JSON.stringify(parts)) });

describe('cards of X’s own', () => {
  it('a broadcast', () => {
    const values = {
      broadcast_title: words('Launch'),
      broadcaster_display_name: words('NASA'),
      broadcast_url: words('https://x.com/i/broadcasts/1abc'),
      broadcast_thumbnail_large: image('https://pbs.twimg.com/b/large.jpg'),
      broadcast_thumbnail_original: image('https://pbs.twimg.com/b/orig.jpg'),
    };
    expect(cardOf('745291183405076480:broadcast', values)).toMatchObject({
      kind: 'broadcast',
      url: 'https://x.com/i/broadcasts/1abc',
      title: 'Launch',
      site: 'NASA',
      image: { url: 'https://pbs.twimg.com/b/orig.jpg', width: 1280 },
    });
  });

  it('a space, which has an address and nothing else', () => {
    const values = { id: words('1mrGmk'), card_url: words('https://x.com/i/spaces/1mrGmk') };
    expect(cardOf('3691233323:audiospace', values)).toMatchObject({
      kind: 'space',
      url: 'https://x.com/i/spaces/1mrGmk',
      title: null,
    });
  });

  it('a live event', () => {
    const values = {
      event_title: words('Eclipse'),
      event_subtitle: words('Live'),
      card_url: words('https://x.com/i/events/1'),
    };
    expect(cardOf('745291183405076480:live_event', values)).toMatchObject({
      title: 'Eclipse',
      description: 'Live',
      url: 'https://x.com/i/events/1',
    });
  });
});

describe('unified cards', () => {
  const media = {
    '3_1': { media_url_https: 'https://pbs.twimg.com/media/CARD.jpg', original_info: { width: 800, height: 418 } },
  };

  it('lead to a web page', () => {
    const card = unified({
      component_objects: {
        media_1: { type: 'media', data: { id: '3_1' } },
        ...details({ title: { content: 'Look up' }, destination: 'b' }),
      },
      destination_objects: {
        b: { type: 'browser', data: { url_data: { url: 'https://nasa.example/', vanity: 'nasa.example' } } },
      },
      media_entities: media,
    });
    expect(card).toMatchObject({
      url: 'https://nasa.example/',
      title: 'Look up',
      site: 'nasa.example',
      image: { width: 800 },
    });
  });

  it.each([
    ['iphone_app', '333903271', 'https://apps.apple.com/app/id333903271'],
    ['android_app', 'com.twitter.android', 'https://play.google.com/store/apps/details?id=com.twitter.android'],
  ])('lead to an app: %s', (type, id, url) => {
    const card = unified({
      component_objects: { app_1: { type: 'app_store_details', data: { app_id: 'a1', destination: 'd' } } },
      destination_objects: { d: { type: 'app_store', data: { app_id: 'a1' } } },
      app_store_data: {
        a1: [
          { type: 'windows_app', id: 'x' },
          { type, id, title: { content: 'X' } },
        ],
      },
      media_entities: media,
    });
    expect(card).toMatchObject({ kind: 'other', url, title: 'X' });
  });

  it('lead to a community', () => {
    const card = unified({
      component_objects: {
        c: { type: 'community_details', data: { name: { content: 'Astronomy' }, destination: 'd' } },
      },
      destination_objects: { d: { type: 'browser', data: { url_data: { url: 'https://x.com/i/communities/1' } } } },
    });
    expect(card).toMatchObject({ url: 'https://x.com/i/communities/1', title: 'Astronomy', image: null });
  });

  it('that lead nowhere are named, and the post stands', () => {
    expect(unified({ component_objects: {}, destination_objects: { d: { type: 'playable', data: {} } } })).toBeNull();
    expect(cardOf('unified_card', { unified_card: words('{') })).toBeNull();
    expect(unified({ app_store_data: { a: [{ type: 'android_app', id: '../../x?y' }] } })).toBeNull();
  });
});
