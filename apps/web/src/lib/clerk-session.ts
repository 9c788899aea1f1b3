import type { Clerk } from "./clerk.ts";
import { type Kept, keptIn } from "./kept.ts";
import type { Session, Who } from "./session.ts";
import { makeMarks } from "./session-marks.ts";

type ClerkPlace = {
  here: () => string;
  browser: Kept;
  tab: Kept;
  /** Whenever another tab has kept something. */
  onKept: (tell: () => void) => void;
  load: () => Promise<Clerk>;
};
const visitor: Who = { state: "visitor", sessionId: null, actingAs: null };

export function makeClerkSession(publishableKey: string): Session {
  return openClerkSession({
    here: () => location.href,
    browser: keptIn(() => localStorage),
    tab: keptIn(() => sessionStorage),
    onKept: (tell) => addEventListener("storage", tell),
    load: async () => (await import("./clerk-start.tsx")).startClerk(publishableKey),
  });
}

/**
 * The session where Clerk signs people in. Its script is loaded for whoever has signed in here before, and on the
 * pages where one signs in: everybody else reads without it.
 */
export function openClerkSession({ here, browser, tab, onKept, load }: ClerkPlace): Session {
  const marks = makeMarks(browser, tab);
  const listeners = new Set<() => void>();
  let who = whoIs(marks.readSession());

  function whoIs(sessionId: string | null): Who {
    return sessionId === null ? visitor : { state: "member", sessionId, actingAs: marks.readActing(sessionId) };
  }
  function become(next: Who): void {
    const isSame = next.sessionId === who.sessionId && next.actingAs === who.actingAs;
    who = next;
    if (!isSame) for (const tell of listeners) tell();
  }
  function follow(clerk: Clerk): void {
    const sessionId = clerk.session?.id ?? null;
    marks.keepSession(sessionId);
    if (sessionId !== who.sessionId) become(whoIs(sessionId));
  }
  const meet = keepTrying(async () => {
    const clerk = await load();
    clerk.addListener(() => follow(clerk));
    follow(clerk);
    return clerk;
  });
  // Tabs that have Clerk hear of each other through it. One where nobody has signed in yet fetches it now.
  onKept(() => {
    if (who.state === "visitor" && marks.readSession() !== null) void meet().catch(() => undefined);
  });
  async function tokenOf(options?: { skipCache: boolean }): Promise<string | null> {
    if (who.state === "visitor") return null;
    return (await (await meet()).session?.getToken(options)) ?? null;
  }

  return {
    read: () => who,
    subscribe(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    getToken: () => tokenOf(),
    renew: () => tokenOf({ skipCache: true }),
    signIn: notHere,
    finishSignIn: notHere,
    enterWithPasskey: notHere,
    adopt: notHere,
    async signOut() {
      await (await meet()).signOut({ redirectUrl: here() });
      marks.keepSession(null);
      become(visitor);
    },
    actAs(profileId) {
      if (who.sessionId === null) return;
      marks.keepActing(who.sessionId, profileId);
      become({ ...who, actingAs: profileId });
    },
    meetClerk: meet,
  };
}

const notHere = () => Promise.reject(new Error("Clerk signs people in."));

/** Once for all who ask; whoever asks after a failure begins anew. */
function keepTrying<T>(start: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  return () => {
    begun ??= start().catch((error: unknown) => {
      begun = null;
      throw error;
    });
    return begun;
  };
}
