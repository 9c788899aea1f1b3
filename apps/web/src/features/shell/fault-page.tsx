import { Button } from "@muejam/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { appErrorOf } from "../../lib/errors.ts";
import { beginAnew, beginAnewAfterDeploy, isLostChunk } from "../../lib/lost-chunk.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";
import { Statement } from "./statement.tsx";

export function FaultPage({ error, reset }: ErrorComponentProps) {
  const isLost = isLostChunk(error);
  const words = isLost ? messages.lost : messages.fault;
  const requestId = appErrorOf(error)?.requestId;
  const router = useRouter();
  const cache = useQueryClient();
  useTitle(`${words.title} · MueJam`);

  useEffect(() => {
    if (isLost) void beginAnewAfterDeploy();
  }, [isLost]);

  const showAgain = async () => {
    // What broke the page may be what was kept of it.
    cache.clear();
    await router.invalidate();
    reset();
  };

  return (
    <Statement title={words.title} body={words.body}>
      <Button onClick={() => (isLost ? beginAnew() : void showAgain())}>{words.retry}</Button>
      {requestId ? (
        <p className="mt-4 text-micro text-ink-3 wrap-anywhere">{messages.fault.reference(requestId)}</p>
      ) : null}
    </Statement>
  );
}
