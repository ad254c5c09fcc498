import { html, type Html } from '../html/html.ts';
import { languageOf } from '../text/language-of.ts';
import type { Scene } from './scene.ts';

/** The author's description of a picture, for everyone to read. */
export function drawAlt(alt: string | null, { post, labels }: Scene): Html | null {
  if (alt === null || alt === '') return null;
  return html`
    <details class="em-alt">
      <summary title="${labels.imageDescription}">${labels.alt}</summary>
      <p lang="${languageOf(post.lang)}" dir="auto">${alt}</p>
    </details>
  `;
}
