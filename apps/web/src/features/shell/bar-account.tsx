import { Link, useLocation } from "@tanstack/react-router";
import { Suspense } from "react";
import { m } from "#messages";
import { lazyExtra } from "../../lib/lazy-extra.ts";
import { useSession } from "../../lib/use-session.ts";

const AccountMenu = lazyExtra(async () => (await import("./account-menu.tsx")).AccountMenu);

export function BarAccount() {
  const { state } = useSession();
  // While nobody knows yet, the place is kept but nothing is said that may turn out wrong.
  if (state !== "member") return <WaysIn isShown={state !== "unknown"} />;
  return (
    <Suspense fallback={<span className="face-button" />}>
      <AccountMenu />
    </Suspense>
  );
}

function WaysIn({ isShown }: { isShown: boolean }) {
  const next = useLocation({ select: ({ href }) => href });
  return (
    <nav aria-label={m.shell_account_ways()} className={isShown ? "bar-ways" : "bar-ways invisible"}>
      <Link to="/sign-in" search={{ next }} className="bar-way">
        {m.shell_account_sign_in()}
      </Link>
      <Link to="/sign-up" search={{ next }} className="bar-way">
        {m.shell_account_sign_up()}
      </Link>
    </nav>
  );
}
