import { backdrop, colour, stars } from './scenery.ts';
import type { Scene } from './scenes.ts';

/** A station over the limb of the Earth; in a film its two parts draw away from each other. */
export const orbit: Scene = ({ hue, at }) => {
  const gap = 9 * at;
  const panel = (x: number, y: number): string =>
    `<g fill="${colour(hue + 215, 60, 34)}" stroke="#c9d6e8" stroke-width=".3"><rect x="${x}" y="${y}" width="15" height="6"/>
      <path d="M${x + 3} ${y}v6m3-6v6m3-6v6m3-6v6"/></g>`;
  return `${backdrop('#01030a', '#050b1c')}${stars(110, 11)}
    <radialGradient id="earth" cx=".42" cy=".08" r=".9"><stop stop-color="${colour(hue + 200, 80, 66)}"/>
      <stop offset=".35" stop-color="${colour(hue + 212, 75, 40)}"/><stop offset="1" stop-color="#04102b"/></radialGradient>
    <circle cx="80" cy="190" r="128" fill="${colour(hue + 200, 90, 70)}" opacity=".25"/>
    <circle cx="80" cy="190" r="125" fill="url(#earth)"/>
    <g fill="#fff" opacity=".35"><ellipse cx="52" cy="76" rx="17" ry="1.6"/><ellipse cx="104" cy="80" rx="24" ry="2"/>
      <ellipse cx="78" cy="87" rx="30" ry="1.8"/></g>
    <g transform="rotate(-8 80 34)"><g transform="translate(${-gap / 3} 0)">
      ${panel(26, 20)}${panel(26, 40)}${panel(46, 20)}${panel(46, 40)}
      <rect x="22" y="32.4" width="46" height="1.4" fill="#aab4c4"/><rect x="52" y="29.5" width="20" height="7" rx="3" fill="#e9edf3"/></g>
      <g transform="translate(${gap} ${gap / 4})"><rect x="74" y="30" width="17" height="6" rx="2.6" fill="#dfe4ea"/>
      <rect x="91" y="31.2" width="8" height="3.6" rx="1.6" fill="#b9c2cf"/>${panel(78, 21)}${panel(78, 39)}</g></g>`;
};

/** A rocket over the steppe at dusk; in a film it climbs. */
export const launch: Scene = ({ hue, at }) => {
  const y = 52 - 46 * at * at;
  return `${backdrop(colour(hue + 232, 45, 16), colour(hue + 262, 40, 36), colour(hue + 24, 85, 62))}${stars(30, 5)}
    <path d="M-160 76Q20 70 80 75T320 72V220H-160Z" fill="#171320"/>
    <g fill="#fff4e4"><ellipse cx="80" cy="77" rx="${24 + 26 * at}" ry="4.5" opacity=".5"/>
      <ellipse cx="66" cy="75" rx="11" ry="5" opacity=".75"/><ellipse cx="94" cy="75" rx="12" ry="5" opacity=".75"/></g>
    <linearGradient id="fire" x2="0" y2="1"><stop stop-color="#fffbe0"/><stop offset=".4" stop-color="#ffb43c"/>
      <stop offset="1" stop-color="#ff5a1e" stop-opacity="0"/></linearGradient>
    <path d="M76.6 ${y + 20}h6.8L80 ${y + 46}Z" fill="url(#fire)"/>
    <path d="M80 ${y - 12}q4 6 4 13v18h-8v-18q0-7 4-13Z" fill="#f4f4f1"/>
    <path d="M76 ${y + 4}h8v3h-8Z" fill="${colour(hue + 8, 75, 48)}"/>
    <path d="M76 ${y + 8}l-4 12h4Zm8 0l4 12h-4Z" fill="#cfd2d6"/>`;
};

/** Three people in suits. */
export const crew: Scene = ({ hue }) => {
  const person = (x: number, scale: number, tint: number): string => `<g transform="translate(${x} 52) scale(${scale})">
    <path d="M-19 46q0-28 19-28t19 28Z" fill="${colour(hue + tint, 24, 90)}"/><path d="M-19 46q0-28 19-28v28Z" fill="${colour(hue + tint, 22, 80)}"/>
    <rect x="-13" y="30" width="8" height="5" rx="1" fill="${colour(hue + tint + 210, 65, 42)}"/>
    <circle r="15" cy="3" fill="#f5f6f8"/><rect x="-11" y="-5" width="22" height="16" rx="8" fill="#1c2740"/>
    <path d="M-8 -2q5-3 9-2" stroke="#8fb4ec" stroke-width="1.6" fill="none" stroke-linecap="round"/></g>`;
  return `${backdrop(colour(hue + 206, 62, 46), colour(hue + 198, 70, 78))}
    <g fill="#fff" opacity=".18"><circle cx="128" cy="20" r="34"/><circle cx="18" cy="66" r="26"/></g>
    ${person(40, 0.92, 205)}${person(120, 0.92, 30)}${person(80, 1.12, 215)}
    <rect x="-160" y="96" width="480" height="130" fill="${colour(hue + 214, 45, 28)}"/>`;
};

/** A capsule under its parachute; in a film it comes down. */
export const capsule: Scene = ({ hue, at }) => {
  const y = 10 + 22 * at;
  return `${backdrop(colour(hue + 205, 72, 58), colour(hue + 200, 60, 86))}
    <path d="M-160 78Q40 70 90 77T320 76V220H-160Z" fill="${colour(hue + 62, 38, 46)}"/>
    <g transform="translate(${8 * at} 0)"><path d="M52 ${y + 14}a28 24 0 0 1 56 0q-4.7-4-9.3 0-4.7-4-9.3 0-4.7-4-9.4 0-4.7-4-9.3 0-4.7-4-9.3 0-4.7-4-9.4 0Z" fill="#fff"/>
    <path d="M61 ${y + 14}q2-20 19-24-9 6-9.7 24-4.6-4-9.3 0Zm28 0q-1-18-9-24 17 4 19.5 24-5-4-10.5 0Z" fill="${colour(hue + 16, 88, 55)}"/>
    <path d="M52 ${y + 14}L80 ${y + 40}L108 ${y + 14}M70 ${y + 14}L80 ${y + 40}L90 ${y + 14}" stroke="#5a6575" stroke-width=".4" fill="none"/>
    <path d="M76 ${y + 40}h8l3.5 9q-7.5 4-15 0Z" fill="#4a443f"/><circle cx="80" cy="${y + 45}" r="1.3" fill="#bcd4ea"/></g>`;
};
