import { backdrop, colour, scatter, stars } from './scenery.ts';
import type { Scene } from './scenes.ts';

/** Lit windows at night. */
export const city: Scene = ({ hue }) => {
  const houses = scatter(30, 17).map((size, index) => {
    const [x, height] = [-100 + index * 12, 18 + 44 * size];
    const windows = scatter(18, index + 2).map((lit, window) =>
      lit < 0.55
        ? ''
        : `<rect x="${x + 1.8 + (window % 3) * 3}" y="${92 - height + Math.floor(window / 3) * 5}" width="1.6" height="2.4"/>`,
    );
    return `<rect x="${x}" y="${88 - height}" width="11" height="${height + 130}" fill="${colour(hue + 230, 34, 10 + 9 * size)}"/>
      <g fill="${colour(hue + 45, 92, 72)}">${windows.join('')}</g>`;
  });
  return `${backdrop(colour(hue + 236, 62, 14), colour(hue + 268, 44, 30), colour(hue + 330, 55, 52))}${stars(40, 9)}
    <circle cx="124" cy="18" r="7" fill="#fdf6dc"/>${houses.join('')}`;
};

/** Sails on calm water. */
export const harbour: Scene = ({ hue }) => {
  const boat = (x: number, y: number, scale: number, turn: number): string =>
    `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M0 -30V0H-17Z" fill="#fffdf6"/>
      <path d="M2 -25V0H15Z" fill="${colour(hue + turn, 74, 58)}"/><path d="M-19 2H19L13 10H-12Z" fill="${colour(hue + 215, 48, 24)}"/></g>`;
  return `${backdrop(colour(hue + 205, 68, 66), colour(hue + 44, 88, 86), colour(hue + 196, 52, 56), colour(hue + 206, 60, 28))}
    <path d="M-160 46Q10 34 60 44T320 40V52H-160Z" fill="${colour(hue + 168, 22, 52)}"/>
    <rect x="-160" y="48" width="480" height="180" fill="${colour(hue + 202, 56, 44)}"/>
    <g stroke="#fff" stroke-width=".6" opacity=".5"><path d="M10 60h22M58 66h30M104 58h26M30 80h36M96 84h40M-30 72h30"/></g>
    ${boat(120, 54, 0.55, 12)}${boat(40, 58, 0.7, 200)}${boat(84, 70, 1.15, 350)}`;
};

/** A speaker before a screen; in a film the bars on it grow. */
export const lecture: Scene = ({ hue, at }) => {
  const bars = scatter(7, 13).map((size, index) => {
    const height = 6 + 26 * size * (0.35 + 0.65 * at);
    return `<rect x="${72 + index * 9}" y="${54 - height}" width="6" height="${height}" rx="1" fill="${colour(hue + 190 + index * 14, 70, 56)}"/>`;
  });
  return `${backdrop(colour(hue + 222, 34, 22), colour(hue + 226, 38, 12))}
    <rect x="62" y="12" width="84" height="48" rx="2" fill="#f3f6fb"/><path d="M68 54h72" stroke="#8793a8"/>${bars.join('')}
    <g transform="translate(${2 * at} 0)"><circle cx="36" cy="38" r="8" fill="${colour(hue + 26, 46, 66)}"/>
      <path d="M28 36q0-10 8-10t8 8q-6-3-9-2t-7 4Z" fill="#38271d"/>
      <path d="M20 92q0-42 16-42t16 42Z" fill="${colour(hue + 212, 40, 36)}"/><path d="M33 50l3 16 3-16Z" fill="#fff"/>
      <path d="M46 56L62 ${46 - 6 * at}" stroke="${colour(hue + 212, 40, 36)}" stroke-width="5" stroke-linecap="round"/></g>
    <path d="M12 74h44l-4 60H16Z" fill="${colour(hue + 24, 40, 30)}"/>`;
};

/** A cat; in a film it winks and its tail swings, and the end meets the beginning. */
export const cat: Scene = ({ hue, at }) => {
  const swing = Math.sin(2 * Math.PI * at);
  const open = at > 0.4 && at < 0.6 ? 0.3 : 3.4;
  const fur = colour(hue + 28, 70, 56);
  return `${backdrop(colour(hue + 170, 44, 78), colour(hue + 160, 40, 62))}
    <rect x="-160" y="76" width="480" height="140" fill="${colour(hue + 18, 42, 44)}"/>
    <path d="M104 74q22 ${-6 - 10 * swing} 20 ${-30 - 6 * swing}" stroke="${fur}" stroke-width="7" fill="none" stroke-linecap="round"/>
    <ellipse cx="80" cy="66" rx="28" ry="20" fill="${fur}"/>
    <path d="M58 22l4-16 14 11Zm44 0l-4-16-14 11Z" fill="${fur}"/><ellipse cx="80" cy="34" rx="25" ry="21" fill="${fur}"/>
    <g fill="#1d2a20"><ellipse cx="70" cy="31" rx="3" ry="3.4"/><ellipse cx="90" cy="31" rx="3" ry="${open}"/></g>
    <path d="M77 39h6l-3 3.500Z" fill="#e77f8c"/><path d="M80 42.500q-4 5-8 2m8-2q4 5 8 2" stroke="#5b3517" fill="none"/>
    <g stroke="#fff" stroke-width=".7" opacity=".85"><path d="M66 40l-17-3m17 6l-16 2m44-5l17-3m-17 6l16 2"/></g>
    <g fill="#fff"><ellipse cx="68" cy="84" rx="7" ry="4"/><ellipse cx="92" cy="84" rx="7" ry="4"/></g>`;
};
