import { Button } from "@muejam/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { beginAnew, beginAnewAfterDeploy, isLostChunk } from "../../lib/lost-chunk.ts";
import { useTitle } from "../../lib/use-title.ts";
import { Statement } from "./statement.tsx";

export function FaultPage({ error, reset }: ErrorComponentProps) {
  const isLost = isLostChunk(error);
  const title = isLost ? m.shell_lost_title() : m.shell_fault_title();
  const requestId = appErrorOf(error)?.requestId;
  const router = useRouter();
  const cache = useQueryClient();
  useTitle(`${title} · MueJam`);

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
    <Statement title={title} body={isLost ? m.shell_lost_body() : m.shell_fault_body()}>
      <Button onClick={() => (isLost ? beginAnew() : void showAgain())}>
        {isLost ? m.shell_lost_retry() : m.shell_fault_retry()}
      </Button>
      {requestId ? (
        <p className="mt-4 text-micro text-ink-3 wrap-anywhere">{m.shell_fault_reference({ id: requestId })}</p>
      ) : null}
    </Statement>
  );
}
