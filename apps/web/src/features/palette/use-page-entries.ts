import { profilePath } from "@muejam/contracts/address";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import type { Entry } from "./entries.ts";
import { messages } from "./messages.ts";

type Way = readonly [to: string, name: string];

const words = messages.pages;

export function usePageEntries(isMember: boolean): Entry[] {
  const me = useQuery(useApi().account.me.queryOptions(undefined, { enabled: isMember, staleTime: 60_000 })).data;
  const face = me?.profiles.find(({ id }) => id === me.actingAs);
  const ofVisitors: Way[] = [
    ["/sign-in", words.signIn],
    ["/sign-up", words.signUp],
  ];
  const ofMembers: Way[] = [
    ["/notifications", words.notifications],
    ["/write", words.write],
    ["/write/new", words.begin],
    ...(face ? ([[profilePath(face), words.page]] as const) : []),
    ["/settings", words.settings],
    ["/settings/security", words.security],
  ];
  const ways: Way[] = [["/", words.home], ...(isMember ? ofMembers : ofVisitors), ["/status", words.status]];
  return ways.map(([to, name]) => ({ id: to, group: "pages", name, go: { to } }));
}
