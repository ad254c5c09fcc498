const packed =
  /^(?:image\/(?:jpeg|png|gif|webp|avif|jxl)|video\/|audio\/|font\/woff|application\/(?:zip|gzip|x-gzip|zstd|font-woff|pdf|octet-stream$))/;

/** Whether bytes of a media type are compressed already. */
export function isPackedMedia(mediaType: string): boolean {
  return packed.test(mediaType);
}
