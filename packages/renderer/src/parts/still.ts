import type { AnimatedGif, Video } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { drawAlt } from './alt.ts';
import { drawMissing } from './missing.ts';
import { drawPicture } from './picture.ts';
import type { Scene } from './scene.ts';
import { sizeAttributes } from './size-attributes.ts';

/** A video or GIF whose file was not kept: its still if there is one, and what is missing. */
export function drawStill({ type, poster, alt }: Video | AnimatedGif, scene: Scene): Html {
  const { labels } = scene;
  const label = type === 'video' ? labels.videoMissing : labels.gifMissing;
  const asset = poster === null ? null : scene.assetFor(poster);
  const className = null;
  const size = sizeAttributes(asset?.width ?? null, asset?.height ?? null);
  const shown = alt ?? (type === 'video' ? labels.video : labels.gif);
  const picture = asset === null ? null : drawPicture(asset, { alt: shown, size, columns: 1, className });
  if (picture === null) return drawMissing(label, alt, null, scene);
  return html`
    <div class="em-row">
      <figure>${picture}${drawAlt(alt, scene)}</figure>
    </div>
    ${drawMissing(label, null, null, scene)}
  `;
}
