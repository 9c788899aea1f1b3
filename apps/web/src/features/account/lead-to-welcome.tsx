import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useApi } from "../../lib/api.ts";
import { keptIn } from "../../lib/kept.ts";
import { useSession } from "../../lib/use-session.ts";

const kept = keptIn(() => localStorage);
const mark = "muejam:welcomed";

/** Whoever has not said when they were born is led to where they can, once on a device. */
export function LeadToWelcome() {
  const { state } = useSession();
  return state === "member" ? <Leading /> : null;
}

function Leading() {
  const navigate = useNavigate();
  const { pathname, href } = useLocation();
  const { data: me } = useQuery(useApi().account.me.queryOptions(undefined, { staleTime: 60_000 }));
  const newcomer = me && !me.isOnboarded ? me.profiles[0]?.id : undefined;
  useEffect(() => {
    if (newcomer === undefined || kept.get(mark) === newcomer) return;
    kept.set(mark, newcomer);
    // A browser that keeps nothing would lead them again and again.
    if (pathname !== "/welcome" && kept.get(mark) === newcomer)
      void navigate({ to: "/welcome", search: { next: href } });
  }, [newcomer, pathname, href, navigate]);
  return null;
}
