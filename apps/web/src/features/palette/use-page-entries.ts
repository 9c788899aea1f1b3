import { profilePath } from "@muejam/contracts/address";
import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import type { Entry } from "./entries.ts";

type Way = readonly [to: string, name: string];

export function usePageEntries(isMember: boolean): Entry[] {
  const me = useQuery(useApi().account.me.queryOptions(undefined, { enabled: isMember, staleTime: 60_000 })).data;
  const face = me?.profiles.find(({ id }) => id === me.actingAs);
  const ofVisitors: Way[] = [
    ["/sign-in", m.palette_pages_sign_in()],
    ["/sign-up", m.palette_pages_sign_up()],
  ];
  const ofMembers: Way[] = [
    ["/notifications", m.palette_pages_notifications()],
    ["/write", m.palette_pages_write()],
    ["/write/new", m.palette_pages_begin()],
    ...(face ? ([[profilePath(face), m.palette_pages_page()]] as const) : []),
    ["/settings", m.palette_pages_settings()],
    ["/settings/security", m.palette_pages_security()],
  ];
  const ways: Way[] = [
    ["/", m.palette_pages_home()],
    ...(isMember ? ofMembers : ofVisitors),
    ["/status", m.palette_pages_status()],
  ];
  return ways.map(([to, name]) => ({ id: to, group: "pages", name, go: { to } }));
}
