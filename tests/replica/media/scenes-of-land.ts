import { backdrop, colour, scatter, stars } from './scenery.ts';
import type { Scene } from './scenes.ts';

/** Ranges of mountains before a low sun. */
export const mountains: Scene = ({
  hue,
}) => `${backdrop(colour(hue + 214, 58, 60), colour(hue + 30, 85, 84), colour(hue + 20, 85, 74))}
    <circle cx="112" cy="40" r="11" fill="#fff6d8"/>
    ${range(62, 34, 3, colour(hue + 226, 26, 66))}${range(72, 32, 8, colour(hue + 224, 30, 48))}
    ${range(84, 28, 19, colour(hue + 220, 36, 30))}${range(98, 22, 42, colour(hue + 216, 42, 16))}`;

/** Waves of sand under a high sun. */
export const dunes: Scene = ({ hue }) => `${backdrop(colour(hue + 200, 66, 62), colour(hue + 40, 76, 84))}
    <circle cx="40" cy="18" r="8" fill="#fffbe8"/>
    <path d="M-160 62Q10 34 70 56T320 44V220H-160Z" fill="${colour(hue + 32, 66, 66)}"/>
    <path d="M-160 82Q30 40 104 68T320 62V220H-160Z" fill="${colour(hue + 28, 64, 54)}"/>
    <path d="M30 61Q78 50 104 68T150 84L60 92Q40 74 30 61Z" fill="${colour(hue + 22, 58, 40)}"/>
    <path d="M-160 96Q60 70 320 92V220H-160Z" fill="${colour(hue + 26, 66, 46)}"/>`;

/** Northern lights over firs. */
export const aurora: Scene = ({ hue }) => {
  const firs = scatter(34, 23).map((size, index) => {
    const x = -120 + index * 11.5;
    const height = 9 + 15 * size;
    return `<path d="M${x} ${86 - height}l${height / 3.4} ${height}h-${height / 1.7}Z"/>`;
  });
  const veil = (path: string, turn: number, opacity: number): string =>
    `<path d="${path}" fill="none" stroke="${colour(hue + turn, 80, 60)}" stroke-width="15" stroke-linecap="round" opacity="${opacity}" filter="url(#soft)"/>`;
  return `<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="5"/></filter>
    ${backdrop('#040a1d', '#0b1f38', '#10353f')}${stars(90, 3)}
    ${veil('M-20 46Q30 8 70 34T170 14', 150, 0.55)}${veil('M-10 60Q40 30 90 48T180 34', 172, 0.45)}${veil('M20 24Q60 4 110 18', 290, 0.35)}
    <g fill="#03080f">${firs.join('')}<rect x="-160" y="84" width="480" height="140"/></g>`;
};

/** Flowers in a meadow. */
export const garden: Scene = ({ hue }) => {
  const places = scatter(26, 31);
  const flowers = places.map((place, index) => {
    const [x, y] = [-10 + 7.2 * index, 46 + 34 * place];
    const petals = [0, 72, 144, 216, 288].map(
      (turn) => `<ellipse cy="-3.6" rx="2.3" ry="3.6" transform="rotate(${turn + 40 * place})"/>`,
    );
    return `<path d="M${x} ${y}q2 12 0 60" stroke="${colour(hue + 120, 40, 30)}" fill="none"/>
      <g transform="translate(${x} ${y}) scale(${0.7 + 0.7 * place})" fill="${colour(hue + 320 + 90 * place, 78, 66)}">${petals.join('')}
      <circle r="1.9" fill="#ffd84a"/></g>`;
  });
  return `${backdrop(colour(hue + 196, 70, 74), colour(hue + 90, 55, 80), colour(hue + 106, 48, 42))}${flowers.join('')}`;
};

function range(base: number, height: number, seed: number, fill: string): string {
  const peaks = scatter(13, seed).map((peak, index) => `${-160 + index * 40},${base - height * (0.25 + 0.75 * peak)}`);
  return `<path d="M-200 220L${peaks.join(' ')}L360 220Z" fill="${fill}"/>`;
}
