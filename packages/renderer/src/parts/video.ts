import type { AnimatedGif, Video } from '@embalm/post';
import { attribute } from '../html/attribute.ts';
import { html, type Html } from '../html/html.ts';
import { fillText } from '../labels/fill-label.ts';
import type { Labels } from '../labels/labels.ts';
import { postUrl } from '../platform-links.ts';
import { drawAlt } from './alt.ts';
import { imageUrl } from './image-url.ts';
import type { Scene } from './scene.ts';
import type { ShownAsset } from './shown-asset.ts';
import { sizeAttributes } from './size-attributes.ts';
import { drawStill } from './still.ts';

/** A video or GIF that plays when asked to. Without its file: its still, and a link to the post. */
export function drawVideo(video: Video | AnimatedGif, scene: Scene): Html {
  const files = video.variants.map(({ url }) => scene.assetFor(url));
  const sources = files.flatMap(drawSource);
  const captions = files.flatMap((file) => file?.captions.map(drawCaptions) ?? []);
  if (sources.length === 0) return drawStill(video, scene);
  const { labels, post } = scene;
  const poster = video.poster === null ? null : scene.assetFor(video.poster);
  const [width, height] = sizeAttributes(video.width ?? poster?.width ?? null, video.height ?? poster?.height ?? null);
  const silent = video.type === 'animated-gif' || null;
  const link = postUrl(post);
  return html`
    <figure class="em-moving">
      <video
        class="u-video"
        controls
        preload="none"
        loading="lazy"
        playsinline${attribute('loop', silent)}${attribute('muted', silent)}
        ${attribute('poster', imageUrl(poster))}${width}${height}
        aria-label="${video.alt ?? labelOfVideo(video, labels)}"
      >
        ${sources}${captions}${link === null ? null : html`<a href="${link}" rel="noreferrer">${labels.original}</a>`}
      </video>
      ${silent && html`<span class="em-gif" aria-hidden="true">${labels.gif}</span>`}${drawAlt(video.alt, scene)}
    </figure>
  `;
}

/** None is on by itself: whoever wants them turns them on, as on the platform. */
function drawCaptions({ url, language }: ShownAsset['captions'][number]): Html {
  return html`<track kind="captions" src="${url}" srclang="${language}" label="${language}" />`;
}

function drawSource(asset: ShownAsset | null): readonly Html[] {
  if (asset?.mediaType.startsWith('video/') !== true) return [];
  return [html`<source src="${asset.url}" type="${asset.mediaType}" />`];
}

/** What a video is called where it is not seen. */
export function labelOfVideo(video: Video | AnimatedGif, labels: Labels): string {
  if (video.type === 'animated-gif') return labels.gif;
  if (video.durationMs === null || !Number.isFinite(video.durationMs)) return labels.video;
  const seconds = Math.round(video.durationMs / 1000);
  const duration = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return fillText(labels.videoOf, { duration });
}
