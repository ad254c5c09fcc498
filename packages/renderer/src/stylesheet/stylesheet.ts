import { blocks } from './blocks.ts';
import { compactCss } from './compact-css.ts';
import { frame } from './frame.ts';
import { media } from './media.ts';
import { post } from './post.ts';
import { provenance } from './provenance.ts';
import { surroundings } from './surroundings.ts';
import { tokens } from './tokens.ts';

/**
 * The rules that all posts of a page share. Light and dark follow the reader's system, or `data-theme` on the post or
 * around it. A page changes `--embalm-paper`, `-tint`, `-ink`, `-muted`, `-line`, `-link`, `-radius`, `-width` and `-font`.
 */
export const stylesheet: string = compactCss([tokens, frame, post, media, blocks, provenance, surroundings].join(''));
