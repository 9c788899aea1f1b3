import { documentText } from "@muejam/prose/walk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDraftServer } from "../../test/draft-server.ts";
import { act, makeWorld } from "../../test/sync-world.ts";

test("whatever is lost, repeated, late, crashed or full, in the end everybody has every word", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 80, size: "max" }), async (acts) => {
      const server = makeDraftServer();
      const world = makeWorld(server);
      for (const one of acts) {
        await world.act(one);
        await world.rest();
      }
      await world.heal();
      const ends = world.ends();
      for (const { document } of ends) expect(documentText(document)).toBe(documentText(ends[0]?.document ?? document));
      const held = new Set(documentText(server.document()).match(/w\d+/g));
      expect([...world.typed].filter((word) => !held.has(word) && !world.struck.has(word))).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});
