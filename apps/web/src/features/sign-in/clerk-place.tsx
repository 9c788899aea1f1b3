import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Skeleton } from "@muejam/ui/skeleton";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import type { Clerk } from "../../lib/clerk.ts";
import { useSession } from "../../lib/use-session.ts";

type ClerkPlaceProps = { put: (clerk: Clerk, place: HTMLDivElement) => () => void };

/** Where something of Clerk's own stands. `put` keeps its identity, or it would be put there again and again. */
export function ClerkPlace({ put }: ClerkPlaceProps) {
  const { meetClerk } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"awaited" | "here" | "lost">("awaited");
  useEffect(() => {
    let takeAway: (() => void) | null = null;
    let isLeft = false;
    meetClerk?.().then(
      (clerk) => {
        if (isLeft || !place.current) return;
        setState("here");
        takeAway = put(clerk, place.current);
      },
      () => {
        if (!isLeft) setState("lost");
      },
    );
    return () => {
      isLeft = true;
      takeAway?.();
    };
  }, [meetClerk, put]);
  return (
    <>
      <div ref={place} />
      {state === "awaited" ? (
        <div aria-busy="true" className="grid gap-3">
          <p className="text-ink-2">{m.sign_in_clerk_awaited()}</p>
          <Skeleton className="w-full text-h3" />
        </div>
      ) : null}
      {state === "lost" ? (
        <div className="grid justify-items-start gap-4">
          <FaultNotice>{m.sign_in_clerk_lost()}</FaultNotice>
          {/* A script that hangs is not asked for twice by one page. */}
          <Button weight="main" onClick={() => location.reload()}>
            {m.sign_in_clerk_again()}
          </Button>
        </div>
      ) : null}
    </>
  );
}
