import { Button } from "@muejam/ui/button";
import { useQueryClient } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import * as m from "#messages";
import { appErrorOf } from "../../lib/errors.ts";
import { useTitle } from "../../lib/use-title.ts";
import { Statement } from "./statement.tsx";

export function FaultPage({ error, reset }: ErrorComponentProps) {
  const requestId = appErrorOf(error)?.requestId;
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
      {requestId ? (
        <p className="mt-4 text-micro text-ink-3 wrap-anywhere">{m.shell_fault_reference({ id: requestId })}</p>
      ) : null}
    </Statement>
  );
}
