import { Link, useLocation } from "@tanstack/react-router";
import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";
import { AccountMenu } from "./account-menu.tsx";

export function BarAccount() {
  const { state } = useSession();
  const next = useLocation({ select: ({ href }) => href });
  if (state === "member") return <AccountMenu />;
  return (
    // While nobody knows yet, the place is kept but nothing is said that may turn out wrong.
    <nav aria-label={m.shell_account_ways()} className={state === "unknown" ? "bar-ways invisible" : "bar-ways"}>
      <Link to="/sign-in" search={{ next }} className="bar-way">
        {m.shell_account_sign_in()}
      </Link>
      <Link to="/sign-up" search={{ next }} className="bar-way">
        {m.shell_account_sign_up()}
      </Link>
    </nav>
  );
}
