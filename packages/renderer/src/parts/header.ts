import { platformOf } from '@embalm/post';
import { attribute } from '../html/attribute.ts';
import { type Content, html, type Html } from '../html/html.ts';
import { fillLabel } from '../labels/fill-label.ts';
import { profileUrl } from '../platform-links.ts';
import { stripBidi } from '../text/strip-bidi.ts';
import { drawAvatar } from './avatar.ts';
import { drawAccountLabel, drawAffiliation, drawVerification } from './badges.ts';
import { joinFacts, listFacts } from './meta.ts';
import type { Scene } from './scene.ts';

/** Who wrote the post, or passed on what stands below. */
export function drawHeader(scene: Scene): Html {
  if (scene.post.repostOf?.type === 'post') return drawReposter(scene);
  const { author, id } = scene.post;
  const url = profileUrl(platformOf(id), author.handle);
  const name = html`<bdi>${stripBidi(author.name)}</bdi>`;
  const linked =
    url === null
      ? html`<span class="em-name p-name">${name}</span>`
      : html`<a class="em-name p-name u-url" ${attribute('href', url)} rel="noreferrer">${name}</a>`;
  const ltr = attribute('dir', scene.labels.direction === 'ltr' ? null : 'ltr');
  const handle = html`<span class="em-handle p-nickname" ${ltr}>@${stripBidi(author.handle)}</span>`;
  return html`
    <header class="em-head p-author h-card">
      ${drawAvatar(scene)}
      <div>
        ${[linked, drawVerification(scene), behindSpace(drawAffiliation(scene)), behindSpace(drawAccountLabel(scene)), ' ', handle]}
      </div>
    </header>
  `;
}

/** The directions of names and labels differ: what is between two of them is a margin of neither. */
function behindSpace(part: Html | null): Content {
  return part === null ? null : [' ', part];
}

function drawReposter(scene: Scene): Html {
  const { post, labels } = scene;
  const url = profileUrl(platformOf(post.id), post.author.handle);
  const shown = html`<bdi class="p-name">${stripBidi(post.author.name)}</bdi>`;
  const name = url === null ? shown : html`<a class="u-url" href="${url}" rel="noreferrer">${shown}</a>`;
  const reposter = html`<span class="p-author h-card">${fillLabel(labels.reposted, { name })}</span>`;
  return html`<p class="em-reply em-repost em-icon"><span>${joinFacts([reposter, ...listFacts(scene)])}</span></p>`;
}
