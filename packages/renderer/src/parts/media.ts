import type { Media, Photo } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { drawGallery } from './gallery.ts';
import type { Scene } from './scene.ts';
import { drawVideo } from './video.ts';

/** Photos, videos and GIFs in the post's order; photos that follow each other form a gallery. */
export function drawMedia(scene: Scene): Html | null {
  const { post, labels } = scene;
  if (post.media.length === 0) return null;
  const figures = groupPhotos(post.media).map((group) =>
    Array.isArray(group) ? drawGallery(group, scene) : drawVideo(group, scene),
  );
  if (!post.sensitive) return html`<div class="em-media">${figures}</div>`;
  return html`
    <details class="em-sensitive">
      <summary>${labels.sensitive}</summary>
      <div class="em-media">${figures}</div>
    </details>
  `;
}

type Moving = Exclude<Media, Photo>;

function groupPhotos(media: readonly Media[]): readonly (Photo[] | Moving)[] {
  const groups: (Photo[] | Moving)[] = [];
  for (const item of media) {
    const last = groups.at(-1);
    if (item.type !== 'photo') groups.push(item);
    else if (Array.isArray(last)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
