import { Link, useLocation } from "@tanstack/react-router";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useSession } from "../../lib/use-session.ts";
import { useTitle } from "../../lib/use-title.ts";

/** Says why there is nothing to read here yet, and what its reader can do about it. */
export function GatePage() {
  const { state } = useSession();
  const next = useLocation({ select: ({ href }) => href });
  useTitle(titled(m.story_gate_title()));
  return (
    <div className="column pt-16">
      <hr className="rule" />
      <h1 className="display mt-6 text-h2">{m.story_gate_title()}</h1>
      <p className="mt-2 font-book text-lead text-ink-2">{m.story_gate_body()}</p>
      <p className="mt-4 text-body text-ink-2">{m.story_gate_how()}</p>
      <p className="mt-7 flex flex-wrap items-center gap-x-6 gap-y-3">
        {state === "member" ? null : (
          <Link to="/sign-in" search={{ next }} className="act-main">
            {m.story_gate_sign_in()}
          </Link>
        )}
        <Link to="/" className="link inline-flex min-h-(--hit) items-center">
          {m.story_gate_home()}
        </Link>
      </p>
    </div>
  );
}
