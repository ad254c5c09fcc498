import type { AccountSpec } from './world/post-spec.ts';

export const nasaWatch: AccountSpec = { handle: 'NASAWatch', name: 'NASA Watch', hue: 214 };
export const roscosmos: AccountSpec = { handle: 'roscosmos', name: 'РОСКОСМОС', hue: 224, verification: 'blue' };
export const alpineSociety: AccountSpec = {
  handle: 'alpine_society',
  name: 'Alpine Society',
  hue: 168,
  verification: 'business',
};
export const mira: AccountSpec = {
  handle: 'mira_kestrel',
  name: 'Mira Kestrel 🪶',
  hue: 330,
  verification: 'blue',
  affiliation: { handle: 'alpine_society', name: 'Alpine Society' },
};
export const tomas: AccountSpec = { handle: 'tomas_vlna', name: 'Tomáš Vlna', hue: 24 };
export const observatory: AccountSpec = { handle: 'marsad_layl', name: 'مرصد الليل', hue: 276 };
export const hanako: AccountSpec = { handle: 'hanako_niwa', name: '庭野 花子', hue: 120 };
export const cityArchive: AccountSpec = {
  handle: 'cityarchive',
  name: 'City Archive',
  hue: 44,
  verification: 'government',
};
