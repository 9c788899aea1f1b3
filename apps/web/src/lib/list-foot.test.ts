// @vitest-environment jsdom
import { act, createElement, Fragment } from "react";
import { createRoot } from "react-dom/client";
import { afterAll, expect, test, vi } from "vitest";
import { ListFoot } from "./list-foot.tsx";

vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
afterAll(() => vi.unstubAllGlobals());

const place = document.body.appendChild(document.createElement("div"));
const root = createRoot(place);
const items = () => place.querySelectorAll("p[tabindex]");

function draw(count: number, isFetchingNextPage = false) {
  const list = {
    hasNextPage: true,
    isFetchingNextPage,
    isFetchNextPageError: false,
    error: null,
    fetchNextPage: async () => undefined,
  };
  const words = { more: "Older", fetching: "Fetching", end: "No more" };
  const rows = Array.from({ length: count }, (_, key) => createElement("p", { key, tabIndex: -1 }));
  const foot = createElement(ListFoot, { list, items: "p[tabindex]", words });
  return act(async () => root.render(createElement(Fragment, null, rows, foot)));
}

test("whoever asked for more goes on at the first of it, however late that is drawn", async () => {
  await draw(2);
  await act(async () => place.querySelector("button")?.click());
  await draw(2, true);
  await new Promise((painted) => requestAnimationFrame(painted));
  expect([...items()]).not.toContain(document.activeElement);

  await draw(4);
  expect(document.activeElement).toBe(items()[2]);
  await draw(5);
  expect(document.activeElement).toBe(items()[2]);
});
