import { createContext, use, useSyncExternalStore } from "react";
import { type Session, unknown, type Who } from "./session.ts";

const Sessions = createContext<Session | null>(null);
export const SessionProvider = Sessions.Provider;

/** Who looks at this page, and what they may do about it. */
export function useSession(): Who & Session {
  const session = use(Sessions);
  if (!session) throw new Error("There is no SessionProvider around this.");
  const who = useSyncExternalStore(session.subscribe, session.read, () => unknown);
  return { ...session, ...who };
}
