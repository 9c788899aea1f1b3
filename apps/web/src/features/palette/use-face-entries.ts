import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";
import type { Entry } from "./entries.ts";

/** Whoever has several profiles goes on as another of them, in this tab. */
export function useFaceEntries(isMember: boolean): Entry[] {
  const { actAs } = useSession();
  const me = useQuery(useApi().account.me.queryOptions(undefined, { enabled: isMember, staleTime: 60_000 })).data;
  const others = me?.profiles.filter(({ id }) => id !== me.actingAs) ?? [];
  return others.map(({ id, displayName, handle }): Entry => {
    const about = m.palette_handle({ handle });
    return { id: `as ${id}`, group: "faces", name: displayName, about, go: { run: () => actAs(id) } };
  });
}
