import { Link, useLocation } from "@tanstack/react-router";
import { useSession } from "../../lib/use-session.ts";
import { AccountMenu } from "./account-menu.tsx";
import { messages } from "./messages.ts";

export function BarAccount() {
  const { state } = useSession();
  const next = useLocation({ select: ({ href }) => href });
  const words = messages.account;
  if (state === "member") return <AccountMenu />;
  return (
    // While nobody knows yet, the place is kept but nothing is said that may turn out wrong.
    <nav aria-label={words.ways} className={state === "unknown" ? "bar-ways invisible" : "bar-ways"}>
      <Link to="/sign-in" search={{ next }} className="bar-way">
        {words.signIn}
      </Link>
      <Link to="/sign-up" search={{ next }} className="bar-way">
        {words.signUp}
      </Link>
    </nav>
  );
}
