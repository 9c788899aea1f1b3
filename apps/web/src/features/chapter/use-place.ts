import type { ChapterView, Position } from "@muejam/contracts/reading";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useApi } from "../../lib/api.ts";
import { thisDevice } from "../../lib/device.ts";
import { useSession } from "../../lib/use-session.ts";
import { anchorAt, progressIn } from "./page-blocks.ts";

const restMs = 2_000;
/** Lower than where a block comes to stand that one was led to, or the one above it would be kept. */
const beneathBar = 96;
/** By which somebody scrolls: a page that scrolls by itself tells nothing of its reader. */
const acts = ["wheel", "touchmove", "keydown", "pointerdown"];

/**
 * Keeps where a member is: once scrolling rests, and when the page is left. A chapter that was only opened says
 * nothing yet, so that a place kept elsewhere is not lost by looking.
 */
export function usePlace(chapter: ChapterView, prose: RefObject<HTMLElement | null>): void {
  const { state } = useSession();
  const { reading } = useApi();
  const cache = useQueryClient();
  const sent = useRef("");
  const save = useMutation(
    reading.savePosition.mutationOptions({
      // A page that is left takes nothing back.
      trpc: { context: { outlivesPage: true } },
      scope: { id: `place:${chapter.story.id}` },
      onSuccess: (position) => position && remember(position),
      onError: () => {
        sent.current = "";
      },
    }),
  );
  const remember = (position: Position) => {
    const where = { ref: chapter.story.ref, number: chapter.number };
    cache.setQueryData(reading.chapterHere.queryKey(where), (here) => here && { ...here, position });
    cache.setQueryData(reading.storyHere.queryKey({ ref: where.ref }), (here) => here && { ...here, position });
    void cache.invalidateQueries({ queryKey: reading.continue.queryKey(), refetchType: "none" });
  };

  const keep = useEffectEvent(() => {
    const anchor = prose.current && anchorAt(prose.current, beneathBar);
    if (!prose.current || !anchor) return;
    const { perMille } = progressIn(prose.current);
    const place = { chapterId: chapter.id, edition: chapter.edition, ...anchor, perMille };
    if (JSON.stringify(place) === sent.current) return;
    sent.current = JSON.stringify(place);
    save.mutate({ ...place, device: thisDevice() });
  });

  // Before the page is taken away, not after.
  useLayoutEffect(() => {
    if (state !== "member") return undefined;
    const heard = new AbortController();
    const { signal } = heard;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasActed = false;
    const act = () => {
      hasActed = true;
    };
    const rest = () => {
      if (!hasActed) return;
      clearTimeout(timer);
      timer = setTimeout(keep, restMs);
    };
    const leave = () => {
      clearTimeout(timer);
      if (timer !== undefined) keep();
    };
    for (const kind of acts) addEventListener(kind, act, { passive: true, signal });
    addEventListener("scroll", rest, { passive: true, signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave(), { signal });
    return () => {
      heard.abort();
      leave();
    };
  }, [state, chapter.id]);
}
