import { useEffect } from "react";
import { singleKey } from "./single-keys.ts";

/** J and K walk through what a page lists: each `data-item` by its `data-main` link. */
export function useItemKeys(): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[singleKey(event) ?? ""];
      if (!step) return;
      const items = [...document.querySelectorAll("[data-item]")];
      const at = items.findIndex((item) => item.contains(document.activeElement));
      const first = items.findIndex((item) => item.getBoundingClientRect().bottom > innerHeight / 4);
      const next = items[at < 0 ? first : at + step];
      next?.querySelector<HTMLElement>("[data-main]")?.focus();
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, []);
}
