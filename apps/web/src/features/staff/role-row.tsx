import { profilePath } from "@muejam/contracts/address";
import type { StaffGrant } from "@muejam/contracts/staff";
import { Button } from "@muejam/ui/button";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { formatDay } from "../../lib/format.ts";
import { roleNames } from "./role-names.ts";

export function RoleRow({ grant, onEnd }: { grant: StaffGrant; onEnd: () => void }) {
  const { profile, role, grantedAt, grantedBy, isNamed } = grant;
  const [title, day] = [roleNames[role].name(), formatDay(grantedAt)];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="wrap-anywhere">
          <Link to={profilePath(profile)} className="font-semibold hover:underline">
            <bdi>{profile.displayName}</bdi>
          </Link>{" "}
          <bdi dir="ltr" className="text-small text-ink-3">
            @{profile.handle}
          </bdi>
        </p>
        <p className="text-ui">{title}</p>
        <p className="text-small text-ink-3 wrap-anywhere">
          {grantedBy
            ? m.staff_role_given({ day, name: grantedBy.displayName })
            : isNamed
              ? m.staff_role_named({ day })
              : m.staff_role_since({ day })}
        </p>
      </div>
      <Button onClick={onEnd} aria-label={m.staff_role_end_named({ role: title, name: profile.displayName })}>
        {m.staff_role_end()}
      </Button>
    </li>
  );
}
