import type { Platform } from '@embalm/post';
import { providerHint, providers } from './providers.ts';

/** A post that an address leads to. */
export interface NamedPost {
  readonly platform: Platform;
  /** `null` if the address leads to a post and does not say to which, as those do that apps make to share one. */
  readonly id: string | null;
  readonly handle: string | null;
  /** Where it is, as an absolute URL. */
  readonly url: string;
}

/** Plug-ins and cards show the post whose address they get, encoded or not. */
const wrapper =
  /^(?:https?:)?\/\/[\w.-]{1,80}\/[^\s#]{0,500}?[?&](?:href|url|src|u)=(?<inner>(?:https?(?::|%3A))?(?:\/\/|%2F%2F)[^\s&#]{10,1000})/i;

/** Buttons get such an address, too, and show nothing of it. */
const button = /^[^?]{0,200}\/(?:plugins\/(?!post|video)|widgets\/\w{1,20}_button|share|intent)/i;

/** Longer addresses are read no further. */
const longestAddress = 4000;

/** Read an address as that of a post of a platform that is not X, or as of what shows one, or `null` if it is none. */
export function parseForeignUrl(address: string): NamedPost | null {
  const url = address.trim().slice(0, longestAddress);
  if (!providerHint.test(url)) return null;
  return readUrl(url) ?? (button.test(url) ? null : readWrapped(url));
}

function readWrapped(url: string): NamedPost | null {
  const inner = decode(wrapper.exec(url)?.groups?.['inner']);
  return inner === null ? null : readUrl(inner);
}

function readUrl(url: string): NamedPost | null {
  for (const { platform, urls } of providers) {
    for (const pattern of urls) {
      const match = pattern.exec(url);
      if (match === null) continue;
      const { id = null, handle } = match.groups ?? {};
      return { platform, id, handle: nameOf(handle), url: toAbsolute(url, handle, id) };
    }
  }
  return null;
}

/** A DID is no handle. */
function nameOf(handle: string | undefined): string | null {
  return handle === undefined || handle.startsWith('did:') ? null : handle;
}

function toAbsolute(url: string, handle: string | undefined, id: string | null): string {
  if (url.startsWith('at://')) return `https://bsky.app/profile/${handle ?? ''}/post/${id ?? ''}`;
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
