/** Longest sides of the named sizes of a photo; what is smaller is never enlarged. */
const rungs: Readonly<Record<string, number>> = { small: 680, medium: 1200, large: 2048 };
const thumb = 150;
const boxPattern = /^(\d{2,4})x(\d{2,4})$/;

/** Width and height of a photo under a size's name, or `null` if there is no such size. */
export function sizeOfRung(
  original: { readonly width: number; readonly height: number },
  name: string,
): { readonly width: number; readonly height: number } | null {
  if (name === 'orig') return { width: original.width, height: original.height };
  if (name === 'thumb') return { width: thumb, height: thumb };
  const side = rungs[name];
  const box = boxPattern.exec(name);
  if (side !== undefined) return fit(original, side, side);
  return box === null ? null : fit(original, Number(box[1]), Number(box[2]));
}

function fit(
  original: { readonly width: number; readonly height: number },
  maxWidth: number,
  maxHeight: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, maxWidth / original.width, maxHeight / original.height);
  return { width: Math.round(original.width * scale), height: Math.round(original.height * scale) };
}
