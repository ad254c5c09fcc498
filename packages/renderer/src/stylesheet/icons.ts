/** Contours of each icon, in hundredths of its width and height: x and y of every corner. What lies in two of them is empty. */
const contours = {
  archive: ['12 17 88 17 88 38 12 38', '19 44 81 44 81 83 19 83', '37 52 63 52 63 60 37 60'],
  doubt: ['50 10 96 90 4 90', '46 38 54 38 54 62 46 62', '46 71 54 71 54 79 46 79'],
  gone: [
    '92 50 88 66 80 80 66 88 50 92 34 88 20 80 12 66 8 50 12 34 20 20 34 12 50 8 66 12 80 20 88 34',
    '19 50 21 38 28 28 38 21 50 19 60 20 68 25 25 68 20 60',
    '81 50 79 62 72 72 62 79 50 81 40 80 32 75 75 32 80 40',
  ],
  image: [
    '12 17 88 17 88 83 12 83',
    '21 25 21 62 38 46 54 62 62 54 79 71 79 25',
    '70 39 68 44 62 46 57 44 55 39 57 33 62 31 68 33',
  ],
  quote: [
    '44 21 30 28 20 40 15 58 15 79 42 79 42 52 29 52 31 43 36 37 44 33',
    '88 21 74 28 64 40 58 58 58 79 85 79 85 52 73 52 75 43 80 37 88 33',
  ],
  repost: [
    '29 21 75 21 75 54 88 54 71 73 54 54 67 54 67 29 38 29',
    '71 79 25 79 25 46 12 46 29 27 46 46 33 46 33 71 63 71',
  ],
  tick: [
    '92 50 88 66 80 80 66 88 50 92 34 88 20 80 12 66 8 50 12 34 20 20 34 12 50 8 66 12 80 20 88 34',
    '45 69 28 52 34 46 44 56 66 33 72 39',
  ],
} as const;

/**
 * An icon as the value of `--e-icon`: elements of class `em-icon` draw it before them, in the colour of their text. A shape and
 * not a picture: browsers make a document of every SVG that a stylesheet has, and some policies refuse `data:`.
 */
export function drawIcon(name: keyof typeof contours): string {
  const [outer = [], ...others] = contours[name].map((contour) => contour.match(/\d{1,5} \d{1,5}/g) ?? []);
  // A polygon is one line: it goes from the first contour to each other one and back the same way.
  const line = [...outer, ...outer.slice(0, 1)];
  for (const contour of others) line.push(...contour, ...contour.slice(0, 1), ...outer.slice(0, 1));
  return `polygon(evenodd,${line.map((corner) => corner.replace(' ', '% ') + '%').join(',')})`;
}
