import { drawIcon } from './icons.ts';
import type { Sheet } from './sheet.ts';

/** Photos, videos, descriptions. A row's images declare one height and shrink together, so none is cropped. */
export const media: readonly Sheet[] = [
  {
    markers: ['em-media'],
    css: `
.em-media { display: grid; gap: 3px; border-radius: var(--e-inner); overflow: hidden; }
.em-row { display: flex; justify-content: center; gap: 3px; background: var(--e-tint); }
figure { position: relative; display: block; }
figure :is(img, video) { display: block; max-width: 100%; height: auto; max-height: 34em; object-fit: contain; }
`,
  },
  {
    // Controls take as long as the rest of a post: they are drawn when the page has been.
    markers: ['em-moving'],
    css: `
.em-moving { display: flex; background: #000; }
video { width: 100%; }
@media screen {
  video {
    transition: content-visibility 1ms 50ms allow-discrete;
    @starting-style { content-visibility: hidden; }
  }
}
`,
  },
  {
    markers: ['em-alt', 'em-gif'],
    css: `
.em-alt, .em-gif { position: absolute; inset-inline-start: .5em; bottom: .5em; border-radius: 6px; background: rgb(0 0 0/.78); color: #fff; font-size: .8333em; }
.em-alt { max-height: calc(100% - 1em); max-width: calc(100% - 1em); overflow: auto; border: 1px solid transparent; }
.em-alt summary, .em-gif { display: block; padding: .45em .65em; font-size: .75em; font-weight: 700; line-height: 1; letter-spacing: .04em; }
.em-alt p { padding: .1em .8em .7em; white-space: pre-wrap; }
.em-moving .em-alt { top: .5em; bottom: auto; }
.em-gif { inset: .5em .5em auto auto; }
@media print {
  .em-alt { position: static; max-width: none; background: none; color: inherit; }
  .em-moving { display: block; background: none; }
}
`,
  },
  {
    markers: ['em-sensitive'],
    css: `
.em-sensitive { border: var(--e-edge); border-radius: var(--e-inner); overflow: hidden; background: var(--e-tint); }
.em-sensitive > summary { display: block; padding: .8em 1em; text-align: center; font-size: .8333em; }
`,
  },
  {
    markers: ['em-missing'],
    css: `
.em-missing { --e-icon: ${drawIcon('image')}; position: relative; padding-block: .7em; padding-inline: 2.7em .9em; border: 1px dashed var(--e-line); border-radius: 8px; background: var(--e-tint); color: var(--e-muted); font-size: .8333em; }
.em-missing span { display: block; }
.em-missing::before { position: absolute; inset-inline-start: .9em; top: .9em; }
`,
  },
];
