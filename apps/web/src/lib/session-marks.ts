import type { Kept } from "./kept.ts";

const session = "muejam:session";
const acting = "muejam:acting";

/**
 * That somebody signed in here, so that visitors never ask for a token, and the profile they speak for: each tab its
 * own, a new tab the last one used. No secret: the name of a session opens nothing.
 */
export function makeMarks(browser: Kept, tab: Kept) {
  return {
    readSession: () => browser.get(session),
    keepSession: (sessionId: string | null) => browser.set(session, sessionId),
    /** Whatever was chosen in another session says nothing in this one. */
    readActing(sessionId: string): string | null {
      const choices = [tab.get(acting), browser.get(acting)].map((choice) => choice?.split(" ") ?? []);
      return choices.find(([of]) => of === sessionId)?.[1] ?? null;
    },
    keepActing(sessionId: string, profileId: string | null): void {
      const choice = profileId && `${sessionId} ${profileId}`;
      tab.set(acting, choice);
      browser.set(acting, choice);
    },
  };
}
