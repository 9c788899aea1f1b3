import { Button } from "@muejam/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { beginAnew, beginAnewAfterDeploy, isLostChunk } from "../../lib/lost-chunk.ts";
import { useTitle } from "../../lib/use-title.ts";
import { FaultReference } from "./fault-reference.tsx";
import { ForbiddenPage } from "./forbidden-page.tsx";
import { MissingPage } from "./missing-page.tsx";
import { Statement } from "./statement.tsx";

export function FaultPage({ error, reset }: ErrorComponentProps) {
  const code = appErrorOf(error)?.code;
  if (code === "NOT_FOUND") return <MissingPage />;
  if (code === "FORBIDDEN") return <ForbiddenPage />;
  return isLostChunk(error) ? <Lost /> : <Broken error={error} reset={reset} />;
}

/** A deploy has taken a part of this page away, or there was no network for it. */
function Lost() {
  useTitle(`${m.shell_lost_title()} · MueJam`);
  useEffect(() => void beginAnewAfterDeploy(), []);
  return (
    <Statement title={m.shell_lost_title()} body={m.shell_lost_body()}>
      <Button onClick={beginAnew}>{m.shell_lost_retry()}</Button>
    </Statement>
  );
}

function Broken({ error, reset }: Pick<ErrorComponentProps, "error" | "reset">) {
  const router = useRouter();
  const cache = useQueryClient();
  useTitle(`${m.shell_fault_title()} · MueJam`);

  const showAgain = async () => {
    // What broke the page may be what was kept of it.
    cache.clear();
    await router.invalidate();
    reset();
  };

  return (
    <Statement title={m.shell_fault_title()} body={m.shell_fault_body()}>
      <Button onClick={() => void showAgain()}>{m.shell_fault_retry()}</Button>
      <FaultReference error={error} />
    </Statement>
  );
}
