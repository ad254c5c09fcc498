import { aurora, dunes, garden, mountains } from './scenes-of-land.ts';
import { capsule, crew, launch, orbit } from './scenes-of-space.ts';
import { cat, city, harbour, lecture } from './scenes-of-town.ts';

/** What a scene is drawn from. */
export interface Moment {
  /** Degrees by which its colours are turned. */
  readonly hue: number;
  /** From 0 to 1: how far a film of it has come. */
  readonly at: number;
}

/** Draws on a field of 160 × 90 units; what lies outside may be cut. */
export type Scene = (moment: Moment) => string;

const scenes = { aurora, capsule, cat, city, crew, dunes, garden, harbour, launch, lecture, mountains, orbit };

/** One of the scenes that can be drawn. */
export type SceneName = keyof typeof scenes;

/** Draw a scene as SVG, so that it covers a picture of any shape. */
export function drawScene(name: SceneName, view: Moment & { readonly width: number; readonly height: number }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${view.width}" height="${view.height}" viewBox="0 0 160 90"
    preserveAspectRatio="xMidYMid slice">${scenes[name](view)}</svg>`;
}
