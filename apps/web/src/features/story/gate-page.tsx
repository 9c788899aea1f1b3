import { Link } from "@tanstack/react-router";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";

/** Says why there is nothing to read here yet, and what its reader can do about it. */
export function GatePage() {
  const words = messages.gate;
  useTitle(titled(words.title));
  return (
    <div className="max-w-160 pt-16">
      <hr className="rule" />
      <h1 className="display mt-6 text-h2">{words.title}</h1>
      <p className="mt-2 font-book text-lead text-ink-2">{words.body}</p>
      <p className="mt-4 text-body text-ink-2">{words.how}</p>
      <p className="mt-6 flex flex-wrap gap-x-6">
        <Link to="/sign-in" className="link inline-flex min-h-(--hit) items-center">
          {words.signIn}
        </Link>
        <Link to="/" className="link inline-flex min-h-(--hit) items-center">
          {words.home}
        </Link>
      </p>
    </div>
  );
}
