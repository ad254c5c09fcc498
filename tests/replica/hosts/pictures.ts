import type { Picture } from '../media/picture.ts';
import { renderPicture, type Rendition } from '../media/render-picture.ts';
import { sizeOfRung } from '../media/rungs.ts';
import { bytesAnswer, plainAnswer, type Answer } from '../reply.ts';
import type { SeenRequest } from '../seen-request.ts';
import type { World } from '../world/world.ts';

const mediaTypes = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
const avatarSides: Readonly<Record<string, number>> = { normal: 48, bigger: 73, '400x400': 400 };
const pathPattern =
  /^(?<key>\/[\w/-]{1,200}?)(?:_(?<avatar>normal|bigger|400x400))?(?:\.(?<ext>jpg|png|webp))?(?::(?<size>\w{1,12}))?$/;

/** pbs.twimg.com: photos, stills, avatars and previews in the sizes that X offers. */
export async function answerPictures(request: SeenRequest, world: World): Promise<Answer> {
  const found = findPicture(request, world);
  if (found === null) return plainAnswer(404, 'Not Found');
  const body = await renderPicture(found.picture, found.rendition);
  return bytesAnswer(mediaTypes[found.rendition.format], body, {
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=604800, must-revalidate',
  });
}

function findPicture(request: SeenRequest, world: World): { picture: Picture; rendition: Rendition } | null {
  const { key, avatar, ext, size } = pathPattern.exec(request.path)?.groups ?? {};
  const picture = world.pictures.get(key ?? '');
  if (picture === undefined) return null;
  const format = formatOf(request.query.get('format') ?? ext ?? picture.format);
  if (key?.startsWith('/profile_images/') === true) {
    const side = avatar === undefined ? picture.width : (avatarSides[avatar] ?? picture.width);
    return format === picture.format ? { picture, rendition: { width: side, height: side, format } } : null;
  }
  const name = request.query.get('name') ?? size ?? 'medium';
  const pixels = sizeOfRung(picture, name);
  // The original exists in its own format only; smaller sizes are made in any.
  if (pixels === null || format === null || (name === 'orig' && format !== picture.format)) return null;
  return { picture, rendition: { ...pixels, format } };
}

function formatOf(name: string): Rendition['format'] | null {
  return name === 'jpg' || name === 'png' || name === 'webp' ? name : null;
}
