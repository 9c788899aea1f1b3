import fc from "fast-check";
import { expect, test } from "vitest";
import { between } from "./fractional-index.ts";

/** Where each new one is put, as a share of the list so far. */
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 120 });

function insertAll(at: readonly number[]): string[] {
  const keys: string[] = [];
  for (const share of at) {
    const index = Math.round(share * keys.length);
    keys.splice(index, 0, between(keys[index - 1] ?? null, keys[index] ?? null));
  }
  return keys;
}

test("wherever things are put, their keys sort as they stand, by bytes, and differ", () => {
  fc.assert(
    fc.property(places, (at) => {
      const keys = insertAll(at);
      const byBytes = [...new Set(keys)].toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      expect(keys).toEqual(byBytes);
      for (const key of keys) expect(key).toMatch(/^[0-9A-Za-z]{1,200}$/);
    }),
    { numRuns: 500 },
  );
});

test("ten thousand added at the end have short keys, and as many at the front", () => {
  const ends = [null, null].map((_, side) => {
    let key: string | null = null;
    for (let count = 0; count < 10_000; count += 1) key = side ? between(key, null) : between(null, key);
    return key?.length;
  });
  expect(ends).toEqual([4, 4]);
});

test("a hundred put into one gap still fit", () => {
  let [low, high] = [between(null, null), between(between(null, null), null)];
  for (let count = 0; count < 100; count += 1) {
    const key = between(low, high);
    expect(low < key && key < high).toBe(true);
    if (count % 2) low = key;
    else high = key;
  }
  expect(high.length).toBeLessThan(60);
});
