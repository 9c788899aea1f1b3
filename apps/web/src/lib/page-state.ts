import type { QueryClient } from "@tanstack/react-query";
import { jsonMarkup } from "./head-markup.ts";

const stateId = "state";
/** Marks the node that holds `html` of what the page was rendered from. */
export const proseMark = { "data-prose": "" };

export const findState = (): HTMLElement | null => document.getElementById(stateId);

/** What a page was rendered from, but the prose: that stands in the page already. */
export function stateMarkup(queryClient: QueryClient): string {
  const known = queryClient.getQueryCache().findAll({ predicate: ({ state }) => state.status === "success" });
  const entries = known.map(({ queryKey, state }) => [
    queryKey,
    holdsProse(state.data) ? without(state.data) : state.data,
  ]);
  return `<script type="application/json" id="${stateId}">${jsonMarkup(entries)}</script>`;
}

/** Puts it back, as fresh as if it had been asked for now; a member has lists of their own, and asks for them again. */
export function takeState(queryClient: QueryClient, state: HTMLElement, isMember: boolean): void {
  const isOthers = ([path]: readonly unknown[]) => isMember && Array.isArray(path) && path.join(".") === "story.list";
  const entries: [readonly unknown[], unknown][] = JSON.parse(state.textContent ?? "[]");
  const html = document.querySelector("[data-prose]")?.innerHTML;
  for (const [key, data] of entries)
    queryClient.setQueryData(key, restored(data, html), isOthers(key) ? { updatedAt: 0 } : {});
}

function restored(data: unknown, html: string | undefined): unknown {
  if (isBare(data)) return { ...data, html };
  // The first page of a list was asked for without a cursor, which JSON spells null and the server refuses.
  if (hasPages(data)) return { ...data, pageParams: data.pageParams.map((param) => param ?? undefined) };
  return data;
}

type WithProse = { html: string };
const holdsProse = (data: unknown): data is WithProse =>
  typeof data === "object" && data !== null && "html" in data && typeof data.html === "string";
const without = (data: WithProse) => ({ ...data, html: null });
const isBare = (data: unknown): data is { html: null } =>
  typeof data === "object" && data !== null && "html" in data && data.html === null;
const hasPages = (data: unknown): data is { pageParams: unknown[] } =>
  typeof data === "object" && data !== null && "pageParams" in data && Array.isArray(data.pageParams);
