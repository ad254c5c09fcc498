import type { Post } from '@embalm/post';
import { expect, it } from 'vitest';
import { readLivePost } from '../../test/read-payload.ts';
import { photoDetail, tweetResult, user } from '../../test/tweet-result.ts';
import { planMedia } from './media-plan.ts';

function postOf(fields: Readonly<Record<string, unknown>>): Post {
  return readLivePost(tweetResult(fields));
}

const names = (post: Post): readonly string[] => planMedia(post).map(({ name, role }) => `${name} ${role}`);

const video = photoDetail('v', [0, 0], {
  type: 'video',
  video_info: {
    variants: [
      { content_type: 'video/mp4', bitrate: 1, url: 'https://video.twimg.com/small.mp4' },
      { content_type: 'video/mp4', bitrate: 2, url: 'https://video.twimg.com/large.mp4' },
      { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/a.m3u8' },
    ],
  },
});
const other = {
  ...user,
  screen_name: 'Other',
  profile_image_url_https: 'https://pbs.twimg.com/profile_images/2/o_normal.jpg',
};

it('names everything a post is made of', () => {
  const post = postOf({
    mediaDetails: [photoDetail('a', [0, 0]), video],
    user: {
      ...user,
      highlighted_label: { description: 'A', badge: { url: 'https://pbs.twimg.com/profile_images/3/b_bigger.jpg' } },
    },
    quoted_tweet: tweetResult({ id_str: '20', user: other, mediaDetails: [photoDetail('q', [0, 0])] }),
    parent: tweetResult({ id_str: '21', user: other, mediaDetails: [photoDetail('p', [0, 0])] }),
    article: { rest_id: '1', cover_media: { media_info: { original_img_url: 'https://pbs.twimg.com/media/c.jpg' } } },
  });
  expect(names(post)).toEqual([
    'media/1 photo',
    'media/2 video',
    'media/2.poster poster',
    'avatar/ada_example avatar',
    'badge/ada_example badge',
    'card/image card-image',
    'quote/media/1 photo',
    'quote/avatar/other avatar',
    'parent/media/1 photo',
  ]);
});

it('wants a video in its best file first', () => {
  const [first] = planMedia(postOf({ mediaDetails: [video] }));
  expect(first?.of).toBe('https://video.twimg.com/large.mp4');
  expect(first?.candidates.map(({ url, of }) => [url, of])).toEqual([
    ['https://video.twimg.com/large.mp4', 'https://video.twimg.com/large.mp4'],
    ['https://video.twimg.com/small.mp4', 'https://video.twimg.com/small.mp4'],
  ]);
});

it('makes safe names of hostile handles (safe)', () => {
  const post = postOf({});
  const hostile = { ...post, author: { ...post.author, handle: '../../ETC/passwd\0' } };
  expect(names(hostile)).toEqual(['avatar/etcpasswd avatar']);
  expect(names({ ...post, author: { ...post.author, handle: '日本' } })).toEqual(['avatar/author avatar']);
});

it('wants nothing of a post that has nothing', () => {
  expect(names(postOf({ user: { screen_name: 'a', name: 'A' } }))).toEqual([]);
});
