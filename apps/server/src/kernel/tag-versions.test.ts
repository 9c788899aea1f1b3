import { expect, test } from "vitest";
import { createLocalVersions } from "./tag-versions.ts";

test("a drop changes the stamp of its tag and of no other", () => {
  const versions = createLocalVersions();
  const before = [versions.stamp(["a", "b"]), versions.stamp(["c"])];
  versions.drop(["a"]);
  expect(versions.stamp(["a", "b"])).not.toBe(before[0]);
  expect(versions.stamp(["c"])).toBe(before[1]);
});

test("when it forgets, no stamp comes back", () => {
  const versions = createLocalVersions(3);
  const seen = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    versions.drop([`other${round}`, "a"]);
    const stamp = versions.stamp(["a"]);
    expect(seen.has(stamp)).toBe(false);
    seen.add(stamp);
  }
});
