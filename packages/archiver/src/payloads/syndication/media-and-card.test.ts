import type { Media, Post } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { diagnosePayload, readLivePost } from '../../../test/read-payload.ts';
import { photoDetail, tweetResult } from '../../../test/tweet-result.ts';

const readMedia = (fields: Readonly<Record<string, unknown>>): readonly Media[] =>
  readLivePost(tweetResult(fields)).media;

describe('its media', () => {
  const variants = [
    { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/a.m3u8' },
    { content_type: 'video/mp4', bitrate: 832000, url: 'https://video.twimg.com/a.mp4' },
  ];
  const expectedVariants = [
    { url: 'https://video.twimg.com/a.m3u8', mediaType: 'application/x-mpegURL', bitrate: null },
    { url: 'https://video.twimg.com/a.mp4', mediaType: 'video/mp4', bitrate: 832000 },
  ];
  const poster = 'https://pbs.twimg.com/media/k.jpg';

  it('are photos with what their author says of them', () => {
    expect(readMedia({ mediaDetails: [photoDetail('k', [0, 0], { ext_alt_text: 'A dog' })] })).toEqual([
      { type: 'photo', url: poster, width: 1200, height: 800, alt: 'A dog' },
    ]);
  });

  it('are videos and animations, with all their variants', () => {
    const info = { duration_millis: 5000, aspect_ratio: [3, 2], variants };
    const video = photoDetail('k', [0, 0], { type: 'video', video_info: info });
    const gif = photoDetail('k', [0, 0], { type: 'animated_gif', video_info: info, ext_alt_text: 'Dancing' });
    const size = { width: 1200, height: 800 };
    expect(readMedia({ mediaDetails: [video, gif] })).toEqual([
      { type: 'video', poster, durationMs: 5000, variants: expectedVariants, alt: null, ...size },
      { type: 'animated-gif', poster, variants: expectedVariants, alt: 'Dancing', ...size },
    ]);
  });

  it('are read from photos and video where there are no details', () => {
    const photo = { url: poster, width: 10, height: 20 };
    const video = {
      poster,
      durationMs: 5000,
      contentType: 'media_entity',
      variants: [{ type: 'video/mp4', src: 'https://video.twimg.com/a.mp4' }],
    };
    expect(readMedia({ photos: [photo], video })).toMatchObject([
      { type: 'photo', url: poster, width: 10, height: 20 },
      { type: 'video', poster, durationMs: 5000, variants: [{ mediaType: 'video/mp4', bitrate: null }] },
    ]);
    expect(readMedia({ video: { ...video, contentType: 'gif' } })).toMatchObject([{ type: 'animated-gif' }]);
  });

  it('of a kind that is not known are kept as their picture', () => {
    const payload = tweetResult({ mediaDetails: [photoDetail('k', [0, 0], { type: 'hologram' })] });
    expect(readLivePost(payload).media).toMatchObject([{ type: 'photo', url: poster }]);
    expect(diagnosePayload(payload)).toEqual([{ path: 'mediaDetails[0].type', problem: 'surprising' }]);
  });
});

const text = (value: string): unknown => ({ string_value: value, type: 'STRING' });

const image = (url: string): unknown => ({ image_value: { url, width: 800, height: 419, alt: 'Alt' }, type: 'IMAGE' });

describe('its card', () => {
  const values = {
    title: text('A title'),
    description: text('A description'),
    domain: text('www.example.org'),
    vanity_url: text('example.org'),
    thumbnail_image_large: image('https://pbs.twimg.com/card_img/1/a?format=jpg&name=600x600'),
    thumbnail_image_original: image('https://pbs.twimg.com/card_img/1/a?format=jpg&name=orig'),
  };
  const readCard = (name: string, fields = {}): Post['card'] =>
    readLivePost(tweetResult({ card: { name, url: 'https://t.co/cccccccccc', binding_values: values }, ...fields }))
      .card;

  it('has its best image, and the link it leads to', () => {
    const urls = [{ url: 'https://t.co/cccccccccc', expanded_url: 'https://example.org/a', indices: [0, 1] }];
    expect(readCard('summary_large_image', { entities: { urls } })).toEqual({
      kind: 'summary-large-image',
      url: 'https://example.org/a',
      title: 'A title',
      description: 'A description',
      site: 'example.org',
      image: { url: 'https://pbs.twimg.com/card_img/1/a?format=jpg&name=orig', width: 800, height: 419, alt: 'Alt' },
    });
  });

  it.each([
    ['summary', 'summary'],
    ['player', 'player'],
    ['3691233323:audiospace', 'space'],
    ['745291183405076480:broadcast', 'broadcast'],
    ['3691233323:periscope_broadcast', 'broadcast'],
    ['unified_card', 'other'],
  ])('%s is of the kind %s', (name, kind) => {
    expect(readCard(name)).toMatchObject({ kind, url: 'https://t.co/cccccccccc' });
  });

  it('may be a poll instead', () => {
    const binding_values = {
      choice1_label: text('Yes'),
      choice1_count: text('12'),
      choice2_label: text('No'),
      choice2_count: text('3'),
      end_datetime_utc: text('2022-03-06T15:26:04Z'),
      counts_are_final: { boolean_value: true, type: 'BOOLEAN' },
    };
    const post = readLivePost(
      tweetResult({ card: { name: 'poll2choice_text_only', url: 'card://1', binding_values } }),
    );
    expect(post.card).toBeNull();
    expect(post.poll).toEqual({
      choices: [
        { label: 'Yes', votes: 12 },
        { label: 'No', votes: 3 },
      ],
      endsAt: '2022-03-06T15:26:04.000Z',
      final: true,
    });
  });

  it('may be an article on X', () => {
    const cover_media = { media_info: { original_img_url: 'https://pbs.twimg.com/media/c.jpg' } };
    const article = { rest_id: '99', title: 'Long', preview_text: 'Once', cover_media };
    expect(readLivePost(tweetResult({ article })).card).toEqual({
      kind: 'article',
      url: 'https://x.com/i/article/99',
      title: 'Long',
      description: 'Once',
      site: null,
      image: { url: 'https://pbs.twimg.com/media/c.jpg', width: null, height: null, alt: null },
    });
  });
});

describe('its community note', () => {
  it('has its links, in code points of its text', () => {
    const note = {
      title: 'Readers added context',
      subtitle: {
        text: '🚀 It did not. a.org b.org',
        entities: [
          { from_index: 20, to_index: 25, ref: { type: 'TimelineUrl', url: 'https://t.co/bbbbbbbbbb' } },
          { fromIndex: 14, toIndex: 19, ref: { url: 'https://t.co/aaaaaaaaaa' } },
          { from_index: 1, to_index: 1, ref: { url: 'https://t.co/cccccccccc' } },
        ],
      },
    };
    const payload = tweetResult({ birdwatch_pivot: note });
    const { communityNote } = readLivePost(payload);
    expect(communityNote?.links.map(({ range, url }) => [communityNote.text.slice(...range), url])).toEqual([
      ['a.org', 'https://t.co/aaaaaaaaaa'],
      ['b.org', 'https://t.co/bbbbbbbbbb'],
    ]);
    expect(diagnosePayload(payload)).toEqual([{ path: 'birdwatch_pivot.subtitle.entities[2]', problem: 'surprising' }]);
  });
});
