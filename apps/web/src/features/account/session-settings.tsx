import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import { SessionRow } from "./session-row.tsx";
import { useSessions } from "./use-sessions.ts";

export function SessionSettings() {
  const { sessions, end, endOthers, ended, isBusy, error, again } = useSessions();
  const fault = error ? explain(error) : null;
  const hasOthers = sessions?.some(({ isCurrent }) => !isCurrent);
  return (
    <div className="grid justify-items-start gap-4">
      {sessions ? (
        <ul className="w-full">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} isBusy={isBusy} onEnd={() => end(session)} />
          ))}
        </ul>
      ) : fault ? null : (
        <Waiting />
      )}
      {fault ? (
        <>
          <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice>
          {sessions ? null : <Button onClick={again}>{m.account_retry()}</Button>}
        </>
      ) : null}
      <p role="status" className="text-small text-ink-2 empty:sr-only">
        {ended}
      </p>
      {hasOthers ? (
        <Button isBusy={isBusy} onClick={endOthers}>
          {m.account_settings_sessions_end_others()}
        </Button>
      ) : null}
      <Link to="/settings/security" className="link inline-flex min-h-(--hit) items-center text-ui waiting:invisible">
        {m.account_settings_sessions_security()}
      </Link>
    </div>
  );
}
