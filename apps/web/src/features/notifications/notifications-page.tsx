import { Link } from "@tanstack/react-router";
import { titled } from "../../lib/head.ts";
import { useSession } from "../../lib/use-session.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";
import { NewsList } from "./news-list.tsx";

export function NotificationsPage() {
  const { state } = useSession();
  useTitle(titled(messages.title));
  return (
    <div className="max-w-160 pt-12">
      <h1 className="display text-h2">{messages.title}</h1>
      {state === "member" ? <NewsList /> : null}
      {state === "visitor" ? (
        <>
          <p className="mt-2 font-book text-lead text-ink-2">{messages.visitor}</p>
          <Link
            to="/sign-in"
            search={{ next: "/notifications" }}
            className="link mt-4 inline-flex min-h-(--hit) items-center"
          >
            {messages.signIn}
          </Link>
        </>
      ) : null}
    </div>
  );
}
