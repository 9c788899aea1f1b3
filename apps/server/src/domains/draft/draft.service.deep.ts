import { documentText } from "@muejam/prose/walk";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDraftServer } from "../../../../web/src/test/draft-server.ts";
import { act, makeWorld, type SyncServer } from "../../../../web/src/test/sync-world.ts";
import { AppError } from "../../kernel/errors.ts";
import { type Desk, sitDown } from "../../test/desk.ts";
import { as } from "../../test/harness.ts";
import { limitless } from "../../test/limitless.ts";

test("the server answers every save as its model in the browser's tests does, and holds the same words", async () => {
  const { author, story } = await sitDown();
  let saves = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 80, size: "max" }), async (acts) => {
      const desk = await sitDown(author, story);
      const twins = await makeTwins(desk);
      const world = makeWorld(twins.server);
      for (const one of acts) {
        await world.act(one);
        await world.rest();
      }
      await world.heal();
      const held = await as(author).draft.get({ chapterId: desk.chapterId });
      expect(held).toMatchObject({ version: twins.server.read().version, document: twins.server.document() });
      const words = new Set(documentText(twins.server.document()).match(/w\d+/g));
      expect([...world.typed].filter((word) => !words.has(word) && !world.struck.has(word))).toEqual([]);
      saves += twins.count();
    }),
    { numRuns: 200 },
  );
  console.log(`${saves} saves answered alike`);
}, 600_000);

/** Each save goes to both, and both must say the same. */
async function makeTwins({ author, chapterId }: Desk) {
  const real = as(author, { limits: limitless });
  const model = makeDraftServer(await real.draft.get({ chapterId }));
  let saves = 0;
  const server: SyncServer = {
    read: model.read,
    document: model.document,
    async save(save) {
      saves += 1;
      const answer = await real.draft.save(save).then(
        ({ version }) => version,
        (error: unknown) => {
          if (error instanceof TRPCError && error.cause instanceof AppError && error.cause.code === "DRAFT_CHANGED")
            return "changed" as const;
          throw error;
        },
      );
      expect(model.save(save)).toBe(answer);
      return answer;
    },
  };
  return { server, count: () => saves };
}
