import { expect, it } from 'vitest';
import { listImageRungs } from './ladder.ts';

const rungsOf = (url: string): readonly string[] => listImageRungs(url).map(({ rung }) => rung ?? '-');
const urlsOf = (url: string): readonly string[] => listImageRungs(url).map((rung) => rung.url);
const sizes = ['orig', '4096x4096', 'large', 'medium', 'small'];

it('goes down from the original of a photo, in its own format', () => {
  expect(listImageRungs('https://pbs.twimg.com/media/FsZ_-x.png')).toEqual([
    ...sizes.map((rung) => ({ rung, url: `https://pbs.twimg.com/media/FsZ_-x?format=png&name=${rung}` })),
    { rung: 'medium', url: 'https://pbs.twimg.com/media/FsZ_-x.png' },
  ]);
});

it.each([
  ['https://pbs.twimg.com/media/K.jpg', 'jpg', 'medium'],
  ['http://pbs.twimg.com/media/K.jpg', 'jpg', 'medium'],
  ['https://pbs.twimg.com/media/K.jpeg', 'jpg', 'medium'],
  ['https://pbs.twimg.com/media/K.jpg:large', 'jpg', 'large'],
  ['https://pbs.twimg.com/media/K.png:thumb', 'png', 'thumb'],
  ['https://pbs.twimg.com/media/K?format=webp&name=900x900', 'webp', '900x900'],
])('reads %s', (url, format, rung) => {
  const rungs = listImageRungs(url);
  expect(rungs[0]).toEqual({ rung: 'orig', url: `https://pbs.twimg.com/media/K?format=${format}&name=orig` });
  expect(rungs).toHaveLength(6);
  expect(rungs.at(-1)).toEqual({ rung, url: url.replace('http:', 'https:') });
});

it('asks for nothing twice', () => {
  expect(rungsOf('https://pbs.twimg.com/media/K?format=jpg&name=large')).toEqual(sizes);
});

it('knows pictures of cards and the stills of videos', () => {
  expect(urlsOf('https://pbs.twimg.com/card_img/1/K?format=png&name=800x419')[0]).toBe(
    'https://pbs.twimg.com/card_img/1/K?format=png&name=orig',
  );
  expect(rungsOf('https://pbs.twimg.com/card_img/1/K?format=png&name=800x419')).toEqual([...sizes, '800x419']);
  expect(urlsOf('https://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/K.jpg')[0]).toBe(
    'https://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/K.jpg?name=orig',
  );
});

it.each([
  ['https://pbs.twimg.com/profile_images/1/face_normal.jpg', ['face.jpg', 'face_400x400.jpg', 'face_normal.jpg']],
  ['https://pbs.twimg.com/profile_images/1/a_b_bigger.png', ['a_b.png', 'a_b_400x400.png', 'a_b_bigger.png']],
  ['https://pbs.twimg.com/profile_images/1/face_400x400.jpg', ['face.jpg', 'face_400x400.jpg']],
  ['https://pbs.twimg.com/profile_images/1/face.jpg', ['face.jpg', 'face_400x400.jpg']],
  ['https://pbs.twimg.com/profile_images/1/face_normal', ['face', 'face_400x400', 'face_normal']],
])('knows the sizes of an avatar: %s', (url, names) => {
  expect(urlsOf(url).map((one) => one.split('/').at(-1))).toEqual(names);
  expect(rungsOf(url)[0]).toBe('orig');
});

it('leaves alone what has no sizes', () => {
  const sticky = 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png';
  expect(listImageRungs(sticky)).toEqual([{ url: sticky, rung: null }]);
  expect(urlsOf('https://pbs.twimg.com/media/K')).toEqual(['https://pbs.twimg.com/media/K']);
  expect(urlsOf('https://pbs.twimg.com/media/a.b.c.jpg')).toEqual(['https://pbs.twimg.com/media/a.b.c.jpg']);
});

it.each(['', 'x', '/media/K.jpg', 'javascript:alert(1)', 'data:image/png;base64,AA', 'file:///etc/passwd'])(
  'finds nothing in %j (safe)',
  (url) => {
    expect(listImageRungs(url)).toEqual([]);
  },
);
