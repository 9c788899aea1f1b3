import { titled } from "../../lib/head.ts";
import { MembersOnly } from "../../lib/members-only.tsx";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";
import { NewsList } from "./news-list.tsx";

export function NotificationsPage() {
  useTitle(titled(messages.title));
  return (
    <MembersOnly>
      <div className="max-w-160 pt-12">
        <h1 className="display text-h2">{messages.title}</h1>
        <NewsList />
      </div>
    </MembersOnly>
  );
}
