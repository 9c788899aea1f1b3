/** Version 7: it begins with the time, so that what is made later is kept later. */
export function newUuid(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = now.toString(16).padStart(12, "0");
  const variant = "89ab".charAt((bytes[8] ?? 0) & 3);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20),
  ].join("-");
}
