import type { Profile } from "@muejam/contracts/profile";
import { SectionHead } from "@muejam/ui/section-head";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { MembersOnly } from "../../lib/members-only.tsx";
import { useTitle } from "../../lib/use-title.ts";
import { NewsList } from "./news-list.tsx";

/** `acts`: what there is to do about somebody who is told of. */
export function NotificationsPage({ acts }: { acts: (face: Profile) => ReactNode }) {
  useTitle(titled(m.notifications_title()));
  return (
    <MembersOnly>
      <h1 className="display mt-9 mb-5 text-h1">{m.notifications_title()}</h1>
      <hr className="rule" />
      <div className="main-and-rail">
        <div className="min-w-0">
          <NewsList acts={acts} />
        </div>
        <aside className="waiting:invisible page:pt-6">
          <SectionHead id="told" title={m.notifications_told_title()} />
          <p className="mt-3 text-ui text-ink-2">{m.notifications_told_body()}</p>
          <Link to="/settings/mail" className="link inline-flex min-h-(--hit) items-center text-ui">
            {m.notifications_told_mail()}
          </Link>
        </aside>
      </div>
    </MembersOnly>
  );
}
