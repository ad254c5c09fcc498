import { alpineSociety, cityArchive, hanako, mira, nasaWatch, observatory, roscosmos, tomas } from './accounts.ts';
import type { PostSpec } from './world/post-spec.ts';
import { idAt } from './world/status-url.ts';

export const stationVideo: PostSpec = {
  id: '1500127395262201857',
  author: nasaWatch,
  text: "Russian gov't-controlled RIA Novosti @rianru posted a video on Telegram made by @Roscosmos where cosmonauts say goodbye to Mark Vande Hei on #ISS, depart, and then the Russian segment detaches from the rest of ISS. @Rogozin is clearly threatening the ISS program. #NASA #Ukraine",
  code: 'fj2coK1xR1',
  media: [{ type: 'video', scene: 'orbit', width: 1280, height: 720, durationMs: 4000, hue: 0 }],
  likes: 3207,
  replies: 1042,
};
const blameVideo: PostSpec = {
  id: '1499749541795069957',
  author: roscosmos,
  lang: 'ru',
  text: 'Дмитрий Рогозин: «Вина за развал сотрудничества в области космоса лежит на плечах США, Великобритании, Франции и Германии»\n\nЭти страны уничтожили то, что создавалось человечеством с таким трудом, что создавалось кровью и потом тех людей, которые осваивали космос.',
  code: 'cV8TijLw8q',
  media: [{ type: 'video', scene: 'lecture', width: 1280, height: 720, durationMs: 3000, hue: 0 }],
  likes: 918,
  replies: 377,
};
export const crewPhoto: PostSpec = {
  id: '1499754484341932037',
  author: roscosmos,
  lang: 'ru',
  text: 'Дмитрий Рогозин: «Россия в начале 2010-х сократила свой экипаж МКС, чтобы помочь США летать на орбиту»\n\nУ американцев в 2011 году исчезли пилотируемые возможности, и они 9 лет летали на «Союзах». 30 марта возвращается экипаж #СоюзМС19, в состав которого астронавт Марк Ванде Хай.',
  code: 'mvawyRmlMD',
  media: [{ type: 'photo', scene: 'crew', width: 1600, height: 1067, hue: 0 }],
  likes: 640,
  replies: 215,
};

export const fourPhotos: PostSpec = {
  id: idAt('2023-06-14T18:20:31.204Z'),
  author: alpineSociety,
  text: 'Four seasons at the hut, one window. Prints & postcards in June → https://alpine-society.example/shop/prints?season=all&size=large #mountains',
  media: [
    {
      type: 'photo',
      scene: 'mountains',
      hue: 0,
      width: 2400,
      height: 1600,
      alt: 'Blue ranges before a low spring sun.',
    },
    {
      type: 'photo',
      scene: 'garden',
      hue: 0,
      width: 1600,
      height: 1600,
      alt: 'Pink and yellow flowers in a summer meadow.',
    },
    {
      type: 'photo',
      scene: 'dunes',
      hue: 0,
      width: 1600,
      height: 1200,
      alt: 'Sandy hills in "golden" light <autumn>.',
    },
    {
      type: 'photo',
      scene: 'aurora',
      hue: 0,
      width: 1200,
      height: 1600,
      alt: 'Green northern lights above snowy firs.',
      format: 'png',
    },
  ],
  likes: 512,
  replies: 18,
};
export const harbourPhoto: PostSpec = {
  id: idAt('2024-02-11T09:30:05.118Z'),
  author: tomas,
  lang: 'cs',
  text: 'Tři plachetnice a ticho. 5 < 6 uzlů větru.',
  media: [
    { type: 'photo', scene: 'harbour', hue: 0, width: 2048, height: 1365, alt: 'Tři plachetnice na klidné vodě.' },
  ],
  likes: 77,
  replies: 3,
};
export const quotingPost: PostSpec = {
  id: idAt('2024-02-11T11:02:44.630Z'),
  author: mira,
  text: 'This is what I mean when I say “harbour light”. @tomas_vlna never misses.',
  quote: harbourPhoto.id,
  likes: 41,
  replies: 2,
};
export const arabicPost: PostSpec = {
  id: idAt('2024-08-12T21:14:09.001Z'),
  author: observatory,
  lang: 'ar',
  text: 'ذروة زخة البرشاويات الليلة! أكثر من 60 شهابًا في الساعة، والسماء صافية فوق الصحراء. شاركونا صوركم مع @mira_kestrel عبر الوسم #البرشاويات',
  media: [{ type: 'photo', scene: 'aurora', width: 1600, height: 900, alt: 'سماء ليلية خضراء فوق الأشجار.', hue: 60 }],
  likes: 1290,
  replies: 88,
};
const japanesePost: PostSpec = {
  id: idAt('2025-04-03T00:41:57.770Z'),
  author: hanako,
  lang: 'ja',
  text: '庭の花が咲きました。春ですね。\n\n朝の光がいちばんきれいです。#花のある暮らし #春',
  media: [{ type: 'photo', scene: 'garden', width: 1200, height: 1500, alt: '朝の庭に咲く色とりどりの花。', hue: 20 }],
  likes: 2048,
  replies: 64,
};
export const emojiPost: PostSpec = {
  id: idAt('2025-01-01T00:00:12.345Z'),
  author: mira,
  text: '🎆🥂 Happy new year from 𝓜𝓲𝓻𝓪 & the 👩‍🚀👨‍🚀 crew! 1 > 0. Thanks @alpine_society 🏔️ #NewYear2025 🚀 $TSLA https://alpine-society.example/party 🇨🇿',
  likes: 300,
  replies: 12,
};
export const gifPost: PostSpec = {
  id: idAt('2023-11-20T16:05:00.900Z'),
  author: mira,
  text: 'Mondays.',
  media: [
    {
      type: 'gif',
      scene: 'cat',
      hue: 0,
      width: 480,
      height: 270,
      durationMs: 2000,
      alt: 'An orange cat winks and swings its tail.',
    },
  ],
  likes: 950,
  replies: 31,
};
export const answeringPost: PostSpec = {
  id: idAt('2023-11-20T16:09:21.450Z'),
  author: tomas,
  text: 'The wink! 😹 Same here in Brno.',
  parent: gifPost.id,
  likes: 9,
  replies: 1,
};
export const cardPost: PostSpec = {
  id: idAt('2024-10-05T07:55:48.010Z'),
  author: cityArchive,
  text: 'New in the reading room: the night photographs of 1931, scanned in full. https://archive.city.example/collections/night-1931',
  card: {
    kind: 'summary_large_image',
    url: 'https://archive.city.example/collections/night-1931',
    title: 'The night photographs of 1931',
    description: '412 glass plates of the city after dark, free to view & reuse.',
    scene: 'city',
  },
  likes: 133,
  replies: 7,
};
export const pollPost: PostSpec = {
  id: idAt('2025-03-12T22:44:33.219Z'),
  author: tomas,
  text: 'Best time for a walk?',
  poll: {
    choices: [
      { label: 'Before dawn', votes: 12 },
      { label: 'Noon', votes: 3 },
      { label: 'Golden hour', votes: 57 },
      { label: 'Midnight', votes: 28 },
    ],
    minutes: 1440,
  },
  likes: 5,
  replies: 4,
};
export const longPost: PostSpec = {
  id: idAt('2024-05-30T13:37:00.512Z'),
  author: cityArchive,
  text: 'How we scan a glass plate, a thread in one post.\n\nFirst the plate leaves its paper and rests a day in the room’s own air. Then it is dusted from the glass side only: the emulsion is never touched. A light table with even, cool light goes below, a camera on a column above, and a grey wedge beside, so that every later reader can tell our light from theirs.\n\nEach plate is taken at three exposures. The files are kept as they come, with a checksum, and nothing is ever sharpened. What you see on the site is a copy of a copy; what we keep is the first one.',
  likes: 210,
  replies: 26,
};
export const editedPost: PostSpec = {
  id: '1772222222222000129',
  author: mira,
  text: 'The hut opens on 4 May (not 4 April, sorry!).',
  versions: ['1772220222222000128', '1772222222222000129'],
  likes: 19,
  replies: 0,
};

/** The three posts of `seeds/iss.txt` in its order, with media of our own. Their ids are of the days that it prints. */
export const seedPosts: readonly PostSpec[] = [stationVideo, blameVideo, crewPhoto];

/** All posts, those that others quote or answer first. */
export const samplePosts: readonly PostSpec[] = [
  ...seedPosts,
  fourPhotos,
  harbourPhoto,
  quotingPost,
  arabicPost,
  japanesePost,
  emojiPost,
  gifPost,
  answeringPost,
  cardPost,
  pollPost,
  longPost,
  editedPost,
];
