import type { SessionList, SessionView } from "@muejam/contracts/sign-in";
import { useMutation, useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useSession } from "../../lib/use-session.ts";
import { deviceName } from "./device-name.ts";

/** Where somebody is signed in, asked at the issuer's own door. */
export function useSessions() {
  const { sessionId, ...caller } = useSession();
  const sessions = useQuery({
    queryKey: [["account", "sessions"], sessionId],
    queryFn: async (): Promise<SessionList> => (await askAuthAs(caller, "sessions")).json(),
    staleTime: 0,
  });
  const ending = useMutation({
    mutationFn: (session: SessionView | null) =>
      session
        ? askAuthAs(caller, "sessions/revoke", { sessionId: session.id })
        : askAuthAs(caller, "sessions/revoke-others", {}),
    networkMode: "always",
    onSettled: () => sessions.refetch(),
  });
  const { variables: gone } = ending;
  return {
    sessions: sessions.data?.sessions,
    end: (session: SessionView) => ending.mutate(session),
    endOthers: () => ending.mutate(null),
    ended: ending.isSuccess
      ? gone
        ? m.account_settings_sessions_ended({
            device: deviceName(gone.device),
          })
        : m.account_settings_sessions_ended_others()
      : null,
    isBusy: ending.isPending,
    error: ending.error ?? sessions.error,
    again: () => void sessions.refetch(),
  };
}
