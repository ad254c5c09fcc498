import sharp from 'sharp';
import { readAv1Sample } from './av1-sample.ts';
import { muxMp4 } from './mp4.ts';
import { drawScene, type SceneName } from './scenes.ts';

/** A video that is made when it is asked for. */
export interface Film {
  readonly scene: SceneName;
  readonly width: number;
  readonly height: number;
  readonly hue?: number;
  readonly durationMs: number;
}

const framesPerSecond = 5;
const made = new Map<string, Promise<Buffer>>();

/** The mp4 of a film. What was made once in this process is kept. */
export function makeFilm(film: Film): Promise<Buffer> {
  const { scene, width, height, hue = 0, durationMs } = film;
  const key = JSON.stringify([scene, width, height, hue, durationMs]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const bytes = encodeFilm({ scene, width, height, hue, durationMs });
  made.set(key, bytes);
  return bytes;
}

async function encodeFilm(film: Required<Film>): Promise<Buffer> {
  const { scene, width, height, hue } = film;
  const length = Math.round((film.durationMs * framesPerSecond) / 1000);
  const stills = await Promise.all(
    Array.from({ length }, (_, index) => encodeStill(drawScene(scene, { width, height, hue, at: index / length }))),
  );
  const samples = stills.map(readAv1Sample);
  const [first] = samples;
  if (first === undefined) throw new RangeError(`A film of ${film.durationMs} ms has no frame`);
  return muxMp4({
    width,
    height,
    framesPerSecond,
    configuration: first.configuration,
    samples: samples.map(({ sample }) => sample),
  });
}

/** Each frame is an AVIF still: sharp codes AV1, and no other coder of video is needed. */
function encodeStill(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).flatten().avif({ quality: 45, effort: 0, chromaSubsampling: '4:2:0' }).toBuffer();
}
