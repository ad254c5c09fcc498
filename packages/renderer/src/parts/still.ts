import type { AnimatedGif, Video } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { drawAlt } from './alt.ts';
import { imageUrl } from './image-url.ts';
import { drawMissing } from './missing.ts';
import type { Scene } from './scene.ts';
import { sizeAttributes } from './size-attributes.ts';

/** A video or GIF whose file was not kept: its still if there is one, and what is missing. */
export function drawStill({ type, poster, alt }: Video | AnimatedGif, scene: Scene): Html {
  const { labels } = scene;
  const label = type === 'video' ? labels.videoMissing : labels.gifMissing;
  const asset = poster === null ? null : scene.assetFor(poster);
  const url = imageUrl(asset);
  if (asset === null || url === null) return drawMissing(label, alt, null, scene);
  const [width, height] = sizeAttributes(asset.width, asset.height);
  const shown = alt ?? (type === 'video' ? labels.video : labels.gif);
  return html`
    <div class="em-row">
      <figure><img src="${url}" alt="${shown}" ${width}${height} loading="lazy" />${drawAlt(alt, scene)}</figure>
    </div>
    ${drawMissing(label, null, null, scene)}
  `;
}
