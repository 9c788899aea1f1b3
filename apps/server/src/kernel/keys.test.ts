import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeyRing, type RingKey } from "./keys.ts";

const key = (id: string): RingKey => ({ id, secret: randomBytes(32) });
const ringOf = (...keys: RingKey[]) => createKeyRing({ field: keys, cursor: keys, signing: keys });
const [old, current] = [key("old"), key("new")];

test("what was sealed, stamped or signed for a purpose is read for that purpose alone", () => {
  const ring = ringOf(current);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(ring.decrypt("a", ring.encrypt("a", text))).toBe(text);
      expect(() => ring.decrypt("b", ring.encrypt("a", text))).toThrow();
      expect(ring.hasMac("a", text, ring.mac("a", text))).toBe(true);
      expect(ring.hasMac("b", text, ring.mac("a", text))).toBe(false);
      expect(ring.verify("a", ring.sign("a", text))).toBe(text);
      expect(ring.verify("b", ring.sign("a", text))).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test("after a rotation old things are still read and new ones carry the new key", () => {
  const [before, after, later] = [ringOf(old), ringOf(current, old), ringOf(current)];
  expect(after.decrypt("a", before.encrypt("a", "words"))).toBe("words");
  expect(after.hasMac("a", "words", before.mac("a", "words"))).toBe(true);
  expect(after.macs("a", "words")).toEqual([after.mac("a", "words"), before.mac("a", "words")]);
  expect(after.verify("a", before.sign("a", "words"))).toBe("words");
  expect(after.encrypt("a", "words")).toMatch(/^new\./);
  expect(() => later.decrypt("a", before.encrypt("a", "words"))).toThrow('no key "old"');
  expect(later.hasMac("a", "words", before.mac("a", "words"))).toBe(false);
  expect(later.verify("a", before.sign("a", "words"))).toBeNull();
});

test("one changed character is noticed", () => {
  const ring = ringOf(current);
  const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  const [sealed, signed, mac] = [ring.encrypt("a", "words"), ring.sign("a", "words"), ring.mac("a", "words")];
  for (let at = 4; at < sealed.length - 1; at += 1) expect(() => ring.decrypt("a", flip(sealed, at))).toThrow();
  for (let at = 4; at < signed.length - 2; at += 1) expect(ring.verify("a", flip(signed, at))).not.toBe("words");
  for (let at = 4; at < mac.length; at += 1) expect(ring.hasMac("a", "words", flip(mac, at))).toBe(false);
});
