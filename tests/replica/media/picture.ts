import { drawScene, type SceneName } from './scenes.ts';

/** A picture that is drawn when it is asked for. */
export interface Picture {
  /** Pixels of the original. */
  readonly width: number;
  /** Pixels of the original. */
  readonly height: number;
  /** Of the original. */
  readonly format: 'jpg' | 'png';
  /** SVG of the whole picture at a size. */
  readonly draw: (width: number, height: number) => string;
}

/** What a scene shows, and how large. */
interface SceneSpec {
  readonly scene: SceneName;
  readonly width: number;
  readonly height: number;
  readonly hue?: number;
}

/** The first moment of a scene, as a photo or as the still of a film. */
export function pictureOfScene(spec: SceneSpec, format: 'jpg' | 'png'): Picture {
  const { width, height, hue = 0 } = spec;
  const draw = (atWidth: number, atHeight: number): string =>
    drawScene(spec.scene, { width: atWidth, height: atHeight, hue, at: 0 });
  return { width, height, format, draw };
}
