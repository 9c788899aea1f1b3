import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { ownBuild } from "../../lib/newer-build.ts";
import { readTyped } from "../../lib/typed-text.ts";
import { watchServed } from "./watch-served.ts";
import { settleWorker } from "./worker.ts";

const putOffMs = 8 * 3_600_000;

/**
 * Whether there is something newer, and now is a time to say so: when another page has just come up, or somebody has come
 * back to this one, and nobody is in the middle of writing.
 */
export function useUpdate() {
  const router = useRouter();
  const hasNewer = useRef(false);
  const putOffUntil = useRef(0);
  const [isAsking, setAsking] = useState(false);

  useEffect(() => {
    const askIfFit = () => {
      if (hasNewer.current && Date.now() >= putOffUntil.current && !isWriting()) setAsking(true);
    };
    const stopWatching = watchServed({
      hear: (served) => {
        hasNewer.current = served.build !== ownBuild();
        if (!hasNewer.current) setAsking(false);
        void settleWorker(served, hasNewer.current);
      },
      onReturn: askIfFit,
    });
    const stopFollowing = router.subscribe("onResolved", askIfFit);
    return () => {
      stopWatching();
      stopFollowing();
    };
  }, [router]);

  const putOff = () => {
    putOffUntil.current = Date.now() + putOffMs;
    setAsking(false);
  };
  return { isAsking, putOff };
}

function isWriting(): boolean {
  const { activeElement } = document;
  const isInField =
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.matches("input, textarea, select"));
  return isInField || readTyped().fields.length > 0;
}
