import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "./errors.ts";
import { createKeyRing } from "./keys.ts";
import { type Position, readPage } from "./page.ts";

const one = [{ id: "k1", secret: randomBytes(32) }];
const keys = createKeyRing({ field: one, cursor: one, signing: one });
const instant = (n: number) => new Date(1_700_000_000_000 + n).toISOString();
const isAfter = (row: Position, after: Position) => row.at > after.at || (row.at === after.at && row.id > after.id);

test("walking the pages meets every row once, also where instants are equal", async () => {
  const row = fc.record({ at: fc.integer({ min: 0, max: 5 }).map(instant), id: fc.uuid() });
  const world = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(world, fc.integer({ min: 1, max: 7 }), async (rows, limit) => {
      const sorted = rows.toSorted((a, b) => (isAfter(a, b) ? 1 : -1));
      const fetch = async (after: Position | null, take: number) =>
        sorted.filter((candidate) => !after || isAfter(candidate, after)).slice(0, take);
      const met: Position[] = [];
      let cursor: string | undefined;
      do {
        const page = await readPage({ keys, list: "rows", cursor, limit }, fetch, (item) => item);
        met.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(met).toEqual(sorted);
    }),
  );
});

test("a cursor of another list, or a changed one, is refused", async () => {
  const fetch = async () => [1, 2].map((n) => ({ at: instant(n), id: String(n) }));
  const read = (list: string, cursor?: string) => readPage({ keys, list, cursor, limit: 1 }, fetch, (item) => item);
  const { nextCursor } = await read("rows");
  expect(nextCursor).not.toBeNull();
  const refusal = new AppError("CURSOR_INVALID");
  await expect(read("others", nextCursor ?? "")).rejects.toThrow(refusal);
  await expect(read("rows", `x${nextCursor}`)).rejects.toThrow(refusal);
  for (const junk of ["~", "a", "a~b", "a~k1.b", "~k1."]) await expect(read("rows", junk)).rejects.toThrow(refusal);
});
