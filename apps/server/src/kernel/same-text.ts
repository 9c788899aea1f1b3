import { timingSafeEqual } from "node:crypto";

/** How long it takes tells nothing about where two texts part. */
export function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
