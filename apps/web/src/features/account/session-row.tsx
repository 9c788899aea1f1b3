import type { SessionView } from "@muejam/contracts/sign-in";
import { Button } from "@muejam/ui/button";
import { m } from "#messages";
import { formatAgo, formatDay } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { deviceName } from "./device-name.ts";

type SessionRowProps = { session: SessionView; isBusy: boolean; onEnd: () => void };

export function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const now = useNow(60_000);
  const { address, createdAt, seenAt, isCurrent } = session;
  const device = deviceName(session.device);
  return (
    <li className="flex items-center justify-between gap-5 border-b border-line py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          {device}
          {isCurrent ? <span className="font-regular text-bottle"> ({m.account_settings_sessions_here()})</span> : null}
        </p>
        <p className="text-small text-ink-3 wrap-anywhere">
          {m.account_settings_sessions_facts({ since: formatDay(createdAt), seen: formatAgo(seenAt, now) })}{" "}
          {address ? m.account_settings_sessions_address({ address }) : null}
        </p>
      </div>
      {isCurrent ? null : (
        <Button
          isBusy={isBusy}
          onClick={onEnd}
          aria-label={m.account_settings_sessions_end_named({ device })}
          className="flex-none"
        >
          {m.account_settings_sessions_end()}
        </Button>
      )}
    </li>
  );
}
