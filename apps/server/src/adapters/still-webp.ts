const headBytes = 12;

/**
 * A WebP that moves without all but its first picture; another file as it is. Whoever reads one looks through its
 * pictures anew for each of them, so that a hundred thousand, in five megabytes, take a minute.
 */
export function stillWebp(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (!/^RIFF[^]{4}WEBP/.test(bytes.toString("latin1", 0, headBytes))) return file;
  for (let at = headBytes; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (bytes.toString("latin1", at, at + 4) === "ANMF" && end < bytes.length) {
      const still = Buffer.from(bytes.subarray(0, end));
      still.writeUInt32LE(end - 8, 4);
      return still;
    }
    at = end;
  }
  return file;
}
