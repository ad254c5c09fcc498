/** A playlist of a stream (HLS, RFC 8216): one that lists others, or one that lists the parts of a film or a sound. */
export type Playlist = MasterPlaylist | PartsPlaylist;

interface MasterPlaylist {
  readonly kind: 'master';
  /** Best first. */
  readonly variants: readonly Variant[];
  /** The sound that a variant may have apart, by its group. */
  readonly sounds: ReadonlyMap<string, string>;
  /** The first of each language. */
  readonly captions: readonly Captions[];
}

interface Captions {
  readonly url: string;
  /** BCP 47; `und` if the stream does not say, or not in these terms. */
  readonly language: string;
}

interface Variant {
  readonly url: string;
  /** Bits a second. */
  readonly bandwidth: number;
  /** The group of its sound, or `null` if it has none apart. */
  readonly sound: string | null;
}

interface PartsPlaylist {
  readonly kind: 'parts';
  /** What begins it, if anything does, then its parts in their order; each once. */
  readonly urls: readonly string[];
}

const mostLines = 20_000;

/**
 * Read a playlist.
 *
 * @param base The URL it came from.
 * @returns `null` for what is none.
 */
export function parsePlaylist(text: string, base: string): Playlist | null {
  const lines = text.split('\n', mostLines).map((line) => line.trim());
  if (lines[0]?.startsWith('#EXTM3U') !== true) return null;
  const toUrl = (reference: string | null): string | null =>
    reference === null ? null : (URL.parse(reference, base)?.href ?? null);
  const variants: Variant[] = [];
  const sounds = new Map<string, string>();
  const captions = new Map<string, Captions>();
  const urls = new Set<string>();
  let tag: string | null = null;
  for (const line of lines) {
    if (line.startsWith('#EXT-X-STREAM-INF:')) tag = line;
    else if (line.startsWith('#EXT-X-MEDIA:') && attributeOf(line, 'TYPE') === 'AUDIO') {
      const url = toUrl(attributeOf(line, 'URI'));
      const group = attributeOf(line, 'GROUP-ID');
      if (url !== null && group !== null && !sounds.has(group)) sounds.set(group, url);
    } else if (line.startsWith('#EXT-X-MEDIA:') && attributeOf(line, 'TYPE') === 'SUBTITLES') {
      const url = toUrl(attributeOf(line, 'URI'));
      const language = readLanguage(attributeOf(line, 'LANGUAGE'));
      if (url !== null && !captions.has(language)) captions.set(language, { url, language });
    } else if (line.startsWith('#EXT-X-MAP:')) {
      const url = toUrl(attributeOf(line, 'URI'));
      if (url !== null) urls.add(url);
    } else if (line !== '' && !line.startsWith('#')) {
      const url = toUrl(line);
      if (url === null) continue;
      if (tag === null) urls.add(url);
      else
        variants.push({ url, bandwidth: Number(attributeOf(tag, 'BANDWIDTH')) || 0, sound: attributeOf(tag, 'AUDIO') });
      tag = null;
    }
  }
  if (variants.length === 0) return { kind: 'parts', urls: [...urls] };
  return {
    kind: 'master',
    sounds,
    captions: [...captions.values()],
    variants: variants.toSorted((one, other) => other.bandwidth - one.bandwidth),
  };
}

function readLanguage(tag: string | null): string {
  return tag !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) ? tag : 'und';
}

/** As in `#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=1,BANDWIDTH=2,AUDIO="a"`. */
function attributeOf(line: string, name: string): string | null {
  for (const [, key, quoted, plain] of line.matchAll(/[:,]([A-Z0-9-]{1,40})=(?:"([^"]{0,4000})"|([^",]{0,4000}))/g)) {
    if (key === name) return quoted ?? plain ?? null;
  }
  return null;
}
