import type { SessionView } from "@muejam/contracts/sign-in";
import { Button } from "@muejam/ui/button";
import { formatAgo, formatDay } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { messages } from "./messages.ts";

const words = messages.settings.sessions;

type SessionRowProps = { session: SessionView; isBusy: boolean; onEnd: () => void };

export function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const now = useNow(60_000);
  const { address, createdAt, seenAt, isCurrent } = session;
  const device = session.device ?? words.unknownDevice;
  return (
    <li className="flex items-center justify-between gap-5 border-b border-line py-3">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          {device}
          {isCurrent ? <span className="font-regular text-bottle"> ({words.here})</span> : null}
        </p>
        <p className="text-small text-ink-3 wrap-anywhere">
          {words.facts(formatDay(createdAt), formatAgo(seenAt, now))} {address ? words.address(address) : null}
        </p>
      </div>
      {isCurrent ? null : (
        <Button isBusy={isBusy} onClick={onEnd} aria-label={words.endNamed(device)} className="flex-none">
          {words.end}
        </Button>
      )}
    </li>
  );
}
