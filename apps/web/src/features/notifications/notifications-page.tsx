import * as m from "#messages";
import { titled } from "../../lib/head.ts";
import { MembersOnly } from "../../lib/members-only.tsx";
import { useTitle } from "../../lib/use-title.ts";
import { NewsList } from "./news-list.tsx";

export function NotificationsPage() {
  useTitle(titled(m.notifications_title()));
  return (
    <MembersOnly>
      <div className="max-w-160 pt-12">
        <h1 className="display text-h2">{m.notifications_title()}</h1>
        <NewsList />
      </div>
    </MembersOnly>
  );
}
