/** A vertical gradient over the whole field, from top to bottom, reaching beyond it for tall pictures. */
export function backdrop(...colours: readonly string[]): string {
  const stops = colours.map(
    (shade, index) => `<stop offset="${index / Math.max(1, colours.length - 1)}" stop-color="${shade}"/>`,
  );
  return `<linearGradient id="sky" x2="0" y2="1">${stops.join('')}</linearGradient>
    <rect x="-160" y="-120" width="480" height="330" fill="url(#sky)"/>`;
}

/** A colour whose hue turns. */
export function colour(hue: number, saturation: number, lightness: number): string {
  return `hsl(${((hue % 360) + 360) % 360},${saturation}%,${lightness}%)`;
}

/** Numbers from 0 to 1 that look random and are the same every time. */
export function scatter(count: number, seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  });
}

/** Dots over the upper part of the field. */
export function stars(count: number, seed: number): string {
  const xs = scatter(count, seed);
  const ys = scatter(count, seed + 7);
  return xs
    .map((x, index) => {
      const y = ys[index] ?? 0;
      return `<circle cx="${320 * x - 80}" cy="${130 * y - 60}" r="${0.15 + 0.35 * ((x * 7) % 1)}" fill="#fff" opacity="${0.4 + 0.6 * y}"/>`;
    })
    .join('');
}
