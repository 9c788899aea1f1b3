import { expect, test } from "vitest";
import { ctxOf, make } from "../test/harness.ts";
import { dropTags } from "./job-housekeeping.ts";

test("a drop that not every process could hear of is tried again", async () => {
  const deaf = {
    ...ctxOf(make.system()).cache,
    drop: async (_tags: readonly string[], { mustReachAll = false } = {}) => {
      if (mustReachAll) throw new Error("not heard");
    },
  };
  await expect(dropTags.run(ctxOf(make.system(), { cache: deaf }), { tags: ["status"] })).rejects.toThrow("not heard");
});
