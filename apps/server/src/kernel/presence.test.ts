import { expect, test } from "vitest";
import { createLocalPresence, presenceMs } from "./presence.ts";

test("whoever is somewhere is told until they leave or say nothing for too long", async () => {
  let now = 0;
  const presence = createLocalPresence(() => now);
  const list = async () => Object.fromEntries(await presence.list("story"));
  expect(await presence.enter("story", "mara", "1")).toBe(true);
  expect(await presence.enter("story", "mara", "1")).toBe(false);
  expect(await presence.enter("story", "mara", "2")).toBe(true);
  now = presenceMs - 1;
  await presence.enter("story", "bede", "1");
  expect(await list()).toEqual({ mara: "2", bede: "1" });
  now = presenceMs;
  expect(await list()).toEqual({ bede: "1" });
  await presence.leave("story", "bede");
  await presence.leave("elsewhere", "bede");
  expect(await list()).toEqual({});
  expect(await presence.enter("story", "mara", "2")).toBe(true);
});
