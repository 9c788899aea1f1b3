import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useApi } from "../../lib/api.ts";
import { shareHints } from "../../lib/live.ts";
import { useSession } from "../../lib/use-session.ts";

/** Hints that come together are one reason to ask. */
const gatherMs = 200;

/** How many new things there are; null while nobody knows. Asked again at each hint of another one. */
export function useNews(): number | null {
  const api = useApi();
  const cache = useQueryClient();
  const { sessionId, actingAs, read, getToken, renew } = useSession();
  const unread = useQuery(api.notification.unread.queryOptions());
  const isKnown = unread.data !== undefined;

  useEffect(() => {
    if (!isKnown) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      timer = undefined;
      void cache.invalidateQueries(api.notification.unread.queryFilter());
      void cache.invalidateQueries(api.notification.list.pathFilter());
    };
    const stop = shareHints({
      name: `${sessionId} ${actingAs}`,
      // What was counted is known; whatever came since is not.
      after: cache.getQueryData(api.notification.unread.queryKey())?.seq ?? 0,
      connect: async (...how) => {
        const { connectNews } = await import("./news-stream.ts");
        return connectNews({ read, getToken, renew })(...how);
      },
      onHint: () => (timer ??= setTimeout(askAgain, gatherMs)),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isKnown, sessionId, actingAs, read, getToken, renew, api, cache]);

  return unread.data?.count ?? null;
}
