import { deriveAccountId, deriveCode, deriveHue } from '../world/derive.ts';
import type { AccountSpec } from '../world/post-spec.ts';
import type { Picture } from './picture.ts';

const originalSide = 800;

/** Where an account's avatar stands under `/profile_images/`, without size and extension. */
export function avatarKey(account: AccountSpec): string {
  return `${account.id ?? deriveAccountId(account.handle)}/${deriveCode(`${account.handle} avatar`, 8)}`;
}

/** The initials of an account on a colour of its own. */
export function pictureOfAvatar(account: AccountSpec): Picture {
  const hue = account.hue ?? deriveHue(account.handle);
  const initials = initialsOf(account.name);
  const draw = (width: number, height: number): string => `<svg xmlns="http://www.w3.org/2000/svg"
    width="${width}" height="${height}" viewBox="0 0 100 100">
    <linearGradient id="a" x2="1" y2="1"><stop stop-color="hsl(${hue},65%,52%)"/>
      <stop offset="1" stop-color="hsl(${hue + 40},70%,30%)"/></linearGradient>
    <rect width="100" height="100" fill="url(#a)"/>
    <text x="50" y="64" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="40" fill="#fff">${initials}</text>
  </svg>`;
  return { width: originalSide, height: originalSide, format: 'jpg', draw };
}

/** The first letters of the first two words. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => Array.from(word).slice(0, 1).join('').toUpperCase())
    .join('');
}
