import { type Platform } from '@embalm/post';
import { providers } from './providers.ts';

/** A post that an address names. */
export interface NamedPost {
  readonly platform: Platform;
  readonly id: string;
  readonly handle: string | null;
  /** Where it is, as an absolute URL. */
  readonly url: string;
}

/** Plug-ins show the post whose address they get, encoded. */
const plugin =
  /^(?:https?:)?\/\/(?:[\w-]{1,10}\.)?facebook\.com\/plugins\/(?:post|video)\.php\?(?:[^#\s]{0,500}&)?href=(?<href>[\w%.~-]{10,1000})/i;

/** Read an address as that of a post of a platform that is not X, or `null` if it is none. */
export function parseForeignUrl(address: string): NamedPost | null {
  const written = address.trim();
  const url = decode(plugin.exec(written)?.groups?.['href']) ?? written;
  for (const provider of providers) {
    for (const pattern of provider.urls) {
      const groups = pattern.exec(url)?.groups;
      if (groups?.['id'] === undefined) continue;
      const { id, handle } = groups;
      return { platform: provider.platform, id, handle: nameOf(handle), url: toAbsolute(url, handle, id) };
    }
  }
  return null;
}

/** A DID is no handle. */
function nameOf(handle: string | undefined): string | null {
  return handle === undefined || handle.startsWith('did:') ? null : handle;
}

function toAbsolute(url: string, handle: string | undefined, id: string): string {
  if (url.startsWith('at://')) return `https://bsky.app/profile/${handle ?? ''}/post/${id}`;
  if (/^https?:\/\//i.test(url)) return url;
  return `https://${url.replace(/^\/\//, '')}`;
}

function decode(encoded: string | undefined): string | null {
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
