import { element } from './embed-elements.js';

/** Photos in a grid; of a video its still, which plays when it is asked to. */
export function drawMedia(details) {
  const count = String(Math.min(details.length, 4));
  return element('div', { class: 'media', 'data-count': count }, details.slice(0, 4).map(drawMedium));
}

function drawMedium(medium) {
  const { width, height } = medium.original_info;
  const alone = `aspect-ratio: ${width} / ${height}`;
  const alt = medium.ext_alt_text ?? (medium.type === 'photo' ? 'Image' : 'Embedded video');
  const image = element('img', { alt, src: pictureUrl(medium), draggable: 'false' });
  if (medium.type === 'photo') return element('div', { style: alone, 'data-testid': 'tweetPhoto' }, image);
  const box = element('div', { style: alone, 'data-testid': 'videoPlayer' }, image);
  const button = element('button', { class: 'play', type: 'button', 'aria-label': 'Play' }, '▶');
  button.addEventListener('click', () => box.replaceChildren(drawVideo(medium)));
  const kind = medium.type === 'animated_gif' ? 'GIF' : clock(medium.video_info.duration_millis);
  box.append(button, element('span', { class: 'kind' }, kind));
  return box;
}

function drawVideo(medium) {
  const files = medium.video_info.variants.filter((variant) => variant.content_type === 'video/mp4');
  const best = files.toSorted((a, b) => b.bitrate - a.bitrate)[0];
  const loops = medium.type === 'animated_gif';
  const video = element('video', {
    src: best.url,
    playsinline: '',
    controls: loops ? null : '',
    loop: loops ? '' : null,
  });
  video.muted = true;
  video.autoplay = true;
  return video;
}

/** Photos are asked for by name, at the size of the column. */
function pictureUrl(medium) {
  if (medium.type !== 'photo') return medium.media_url_https;
  const [, address, format] = /^(.*)\.(jpg|png)$/.exec(medium.media_url_https);
  return `${address}?format=${format}&name=small`;
}

function clock(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
