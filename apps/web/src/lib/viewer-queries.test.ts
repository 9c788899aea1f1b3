import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { changeViewer } from "./viewer-queries.ts";

const keys = {
  own: [
    ["account", "me"],
    ["notification", "list"],
    ["story", "mine"],
    ["story", "ownDrafts"],
  ],
  everybodys: [
    ["status", "now"],
    ["story", "byId"],
    ["profile", "byHandle"],
  ],
};

test("what is a viewer's own is gone at once, the rest is asked for again", async () => {
  const cache = new QueryClient();
  for (const path of [...keys.own, ...keys.everybodys]) cache.setQueryData([path, { type: "query" }], "kept");

  changeViewer(cache);
  for (const path of keys.own) expect(cache.getQueryData([path, { type: "query" }]), path.join(".")).toBeUndefined();
  for (const path of keys.everybodys) {
    expect(cache.getQueryData([path, { type: "query" }]), path.join(".")).toBe("kept");
    await vi.waitFor(() => expect(cache.getQueryState([path, { type: "query" }])?.isInvalidated).toBe(true));
  }
});
