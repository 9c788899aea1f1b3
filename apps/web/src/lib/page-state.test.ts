import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { stateMarkup, takeState } from "./page-state.ts";

const key = [["story", "list"], { input: { author: "nuala" }, type: "infinite" }];

test("a list that came with the page is asked for again as it was the first time, without a cursor", () => {
  vi.stubGlobal("document", { querySelector: () => null });
  const [there, here] = [new QueryClient(), new QueryClient()];
  there.setQueryData(key, { pages: [{ items: [], nextCursor: null }], pageParams: [undefined] });
  const [, textContent = ""] = />(.*)<\/script>/s.exec(stateMarkup(there)) ?? [];
  // safe: nothing but its text is read.
  takeState(here, { textContent } as HTMLElement, true);
  expect(here.getQueryData(key)).toEqual({ pages: [{ items: [], nextCursor: null }], pageParams: [undefined] });
  expect(here.getQueryData<{ pageParams: unknown[] }>(key)?.pageParams[0]).toBeUndefined();
});
