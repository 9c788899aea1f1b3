import { profilePath } from "@muejam/contracts/address";
import { Avatar } from "@muejam/ui/avatar";
import { Icon } from "@muejam/ui/icon";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";
import { useFace } from "./use-me.ts";
import { ways } from "./ways.ts";

/** What a thumb reaches on a phone. */
export function FootBar({ find }: { find: ReactNode }) {
  const [home, write] = ways;
  return (
    <nav aria-label={m.shell_ways_foot()} className="foot-bar">
      <Link to={home.to} className="foot-tab" activeOptions={{ exact: true }}>
        <Icon path={home.path} />
        {home.name()}
      </Link>
      {find}
      <Link to={write.to} className="foot-tab">
        <Icon path={write.path} />
        {write.name()}
      </Link>
      <You />
    </nav>
  );
}

function You() {
  const { state } = useSession();
  return state === "member" ? <OwnPage /> : <Door />;
}

function OwnPage() {
  const face = useFace();
  return (
    <Link to={face ? profilePath(face) : "/settings"} className="foot-tab">
      <Avatar name={face?.displayName ?? ""} size="small" />
      {m.shell_ways_you()}
    </Link>
  );
}

function Door() {
  const next = useLocation({ select: ({ href }) => href });
  return (
    <Link to="/sign-in" search={{ next }} className="foot-tab">
      <Icon path="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c.5-4 3.5-6 8-6s7.5 2 8 6" />
      {m.shell_ways_you()}
    </Link>
  );
}
