import { randomBytes, randomUUID } from "node:crypto";

/** Random: tells nothing about when or where it was made. For everything that is a public face. */
export const randomId = (): string => randomUUID();

/** UUIDv7: sorts by the time it was made, which keeps indexes compact. For rows whose age is no secret. */
export function timedId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
