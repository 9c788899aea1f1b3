import type { Profile } from "@muejam/contracts/profile";
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
      <div className="max-w-160 pt-9">
        <h1 className="display mb-5 text-h1">{m.notifications_title()}</h1>
        <hr className="rule" />
        <NewsList acts={acts} />
      </div>
    </MembersOnly>
  );
}
