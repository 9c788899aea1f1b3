import type { PictureType } from "@muejam/contracts/media";

/** By its first bytes alone; null for all that is none of them. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  // One letter a byte.
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (/^GIF8[79]a/.test(start)) return "image/gif";
  if (/^RIFF[^]{4}WEBP/.test(start)) return "image/webp";
  return /^[^]{4}ftyp([^]{4})*avi[fs]/.test(start) ? "image/avif" : null;
}
