import { Button } from "@muejam/ui/button";
import { appErrorOf } from "../../lib/errors.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";
import { Statement } from "./statement.tsx";

export function FaultPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = messages.fault;
  const requestId = appErrorOf(error)?.requestId;
  useTitle(`${words.title} · MueJam`);
  return (
    <Statement title={words.title} body={words.body}>
      <Button onClick={onRetry}>{words.retry}</Button>
      {requestId ? <p className="mt-4 text-micro text-ink-3 wrap-anywhere">{words.reference(requestId)}</p> : null}
    </Statement>
  );
}
