import { drawIcon, iconBox } from './icons.ts';

/** Photos, videos, descriptions. A row's images declare one height and shrink together, so none is cropped. */
export const media: string = `
.embalm .embalm-media { display: grid; gap: 3px; border-radius: calc(var(--e-radius) - 3px); overflow: hidden; }
.embalm .embalm-row { display: flex; justify-content: center; gap: 3px; background: var(--e-tint); }
.embalm.embalm figure { position: relative; display: block; }
.embalm.embalm :is(figure img, video) { display: block; max-width: 100%; height: auto; max-height: 36em; object-fit: contain; }
.embalm.embalm .embalm-moving { display: flex; justify-content: center; background: #000; }
.embalm .embalm-alt { position: absolute; inset-inline-start: .5em; bottom: .5em; max-height: calc(100% - 1em); max-width: calc(100% - 1em); overflow: auto; border: 1px solid transparent; border-radius: 6px; background: rgb(0 0 0/.78); color: #fff; font-size: .875em; line-height: 1.45; }
.embalm .embalm-alt summary { display: block; padding: .45em .65em; font-size: .75em; font-weight: 700; line-height: 1; letter-spacing: .04em; }
.embalm .embalm-alt p { padding: .1em .8em .7em; white-space: pre-wrap; }
.embalm .embalm-moving .embalm-alt { top: .5em; bottom: auto; }
.embalm .embalm-gif { position: absolute; inset-inline-end: .5em; top: .5em; padding: .3em .5em; border-radius: 6px; background: rgb(0 0 0/.78); color: #fff; font-size: .65em; font-weight: 700; line-height: 1; }
.embalm .embalm-sensitive { border: 1px solid var(--e-line); border-radius: calc(var(--e-radius) - 3px); overflow: hidden; background: var(--e-tint); }
.embalm .embalm-sensitive > summary { padding: .8em 1em; text-align: center; font-size: .9em; }
.embalm .embalm-missing { position: relative; padding-block: .7em; padding-inline: 2.7em .9em; border: 1px dashed var(--e-line); border-radius: 8px; background: var(--e-tint); color: var(--e-muted); font-size: .9em; }
.embalm .embalm-missing span { display: block; }
.embalm .embalm-missing::before { ${iconBox} ${drawIcon('image')} position: absolute; inset-inline-start: .9em; top: .9em; }
.embalm .embalm-tombstone::before { ${drawIcon('gone')} }
`;
