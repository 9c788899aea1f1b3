import { createHmac, randomBytes } from "node:crypto";
import { isSameText } from "./same-text.ts";

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, a new code each half minute. */
const stepMs = 30_000;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const newSecret = (): string => inBase32(randomBytes(20));

/** What the picture says that an app reads. */
export function otpauthUri({ secret, name }: { secret: string; name: string }): string {
  const asked = new URLSearchParams({ secret, issuer: "MueJam", algorithm: "SHA1", digits: "6", period: "30" });
  return `otpauth://totp/MueJam:${encodeURIComponent(name)}?${asked.toString()}`;
}

/** The half minute whose code this is: the present one or a neighbour, since clocks differ. Null for any other. */
export function findStep(secret: string, code: string, now: Date): number | null {
  const step = Math.floor(now.getTime() / stepMs);
  const fitting = [step, step - 1, step + 1].filter((near) => isSameText(code, codeAt(secret, near)));
  return fitting[0] ?? null;
}

export const codeOf = (secret: string, now: Date): string => codeAt(secret, Math.floor(now.getTime() / stepMs));

function codeAt(secret: string, step: number): string {
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", fromBase32(secret)).update(moment).digest();
  const number = digest.readUInt32BE(digest.readUInt8(19) & 0x0f) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function inBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => letters.charAt(Number.parseInt(five, 2))).join("");
}

function fromBase32(text: string): Buffer {
  const bits = text
    .split("")
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
