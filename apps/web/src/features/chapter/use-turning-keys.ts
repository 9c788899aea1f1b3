import { chapterPath } from "@muejam/contracts/address";
import type { ChapterView } from "@muejam/contracts/reading";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { singleKey } from "../../lib/single-keys.ts";

/** [ is the chapter before, ] the one after. */
export function useTurningKeys({ story, previous, next }: ChapterView): void {
  const navigate = useNavigate();
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const to = { "[": previous, "]": next }[singleKey(event) ?? ""];
      if (to) void navigate({ to: chapterPath(story, to) });
    };
    document.addEventListener("keydown", turn);
    return () => document.removeEventListener("keydown", turn);
  }, [navigate, story, previous, next]);
}
