import { createHmac } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an app on somebody's phone shows for this secret; `ahead` half minutes later, as on a clock that is fast. */
export function codeOf(secret: string, ahead = 0): string {
  const bits = secret
    .replace(/\s/g, "")
    .split("")
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const digest = createHmac("sha1", key).update(moment).digest();
  const number = digest.readUInt32BE(digest.readUInt8(19) % 16) % 2 ** 31;
  return String(number % 1_000_000).padStart(6, "0");
}
