import type { WithPasskey } from "@muejam/contracts/passkey";
import type { CodeAsked, WithCode } from "@muejam/contracts/second-factor";
import type { Access, SignIn } from "@muejam/contracts/sign-in";
import { askAuth } from "./auth-door.ts";
import type { Clerk } from "./clerk.ts";
import { appErrorOf } from "./errors.ts";
import { type Kept, keptIn } from "./kept.ts";
import { makeMarks } from "./session-marks.ts";

/** Unknown while the server renders, and until the browser has taken over from it. */
export type Who = { state: "unknown" | "visitor" | "member"; sessionId: string | null; actingAs: string | null };

export type Session = {
  read(): Who;
  subscribe(tell: () => void): () => void;
  /** Null for a visitor; rejects when there is a session, but no token to be had for it now. */
  getToken(): Promise<string | null>;
  /** Another token than the one that was refused; without one, whatever is held is given up. */
  renew(refused?: string): Promise<string | null>;
  /** A ticket for `finishSignIn` when the password alone does not sign in, and null when it did. */
  signIn(given: SignIn): Promise<CodeAsked | null>;
  finishSignIn(given: WithCode): Promise<void>;
  enterWithPasskey(given: WithPasskey): Promise<void>;
  /** Another token of the same session, as the issuer has just answered it. */
  adopt(answer: Response): Promise<void>;
  signOut(): Promise<void>;
  actAs(profileId: string | null): void;
  /** Where Clerk signs people in: Clerk itself, within ten seconds or not at all. */
  readonly meetClerk: (() => Promise<Clerk>) | null;
};

/** What the tabs of a browser share, but for `tab`. */
export type Place = {
  browser: Kept;
  tab: Kept;
  channel: Pick<BroadcastChannel, "postMessage" | "onmessage">;
  alone<T>(act: () => Promise<T>): Promise<T>;
  ask(act: string, given?: object): Promise<Response>;
};

export const unknown: Who = { state: "unknown", sessionId: null, actingAs: null };
const visitor: Who = { state: "visitor", sessionId: null, actingAs: null };

/** Held in memory only, here and in the other tabs. */
type Held = { token: string; sessionId: string; freshUntil: number };

/** A token is replaced so long before it ends. */
const marginMs = 30_000;

export const makeSession = (): Session => openSession(browserPlace());

export function openSession({ browser, tab, channel, alone, ask }: Place): Session {
  const marks = makeMarks(browser, tab);
  const listeners = new Set<() => void>();
  let held: Held | null = null;
  let who = whoIs(marks.readSession());

  function whoIs(sessionId: string | null): Who {
    return sessionId === null ? visitor : { state: "member", sessionId, actingAs: marks.readActing(sessionId) };
  }
  function become(next: Who): void {
    const isSame = next.sessionId === who.sessionId && next.actingAs === who.actingAs;
    who = next;
    if (!isSame) for (const tell of listeners) tell();
  }
  function hold(next: Held | null): void {
    held = next;
    if (next?.sessionId !== who.sessionId) become(whoIs(next?.sessionId ?? null));
  }
  /** What one tab learns, all hold. */
  function settle(next: Held | null): void {
    marks.keepSession(next?.sessionId ?? null);
    hold(next);
    channel.postMessage(next);
  }
  channel.onmessage = ({ data }: MessageEvent<Held | null>) => hold(data);

  const freshToken = () => (held && held.freshUntil > Date.now() ? held.token : null);

  /** One tab at a time: a refresh token works once, and one that is used twice looks stolen. */
  const refresh = () =>
    alone(async () => {
      if (who.state === "visitor") return null;
      const got = freshToken();
      if (got !== null) return got;
      try {
        const next = await heldOf(await ask("refresh"));
        settle(next);
        return next.token;
      } catch (error) {
        if (!isOver(error)) throw error;
        settle(null);
        return null;
      }
    });

  async function getToken(): Promise<string | null> {
    if (who.state === "visitor") return null;
    return freshToken() ?? refresh();
  }

  return {
    read: () => who,
    subscribe(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    getToken,
    renew(refused = held?.token) {
      if (held?.token === refused) held = null;
      return getToken();
    },
    signIn: (given) =>
      alone(async () => {
        const answer = await ask("sign-in", given);
        const told: Access | CodeAsked = await answer.clone().json();
        if ("ticket" in told) return told;
        settle(await heldOf(answer));
        return null;
      }),
    finishSignIn: (given) => alone(async () => settle(await heldOf(await ask("sign-in/code", given)))),
    enterWithPasskey: (given) => alone(async () => settle(await heldOf(await ask("sign-in/passkey", given)))),
    adopt: (answer) => alone(async () => settle(await heldOf(answer))),
    signOut: () =>
      alone(async () => {
        await ask("sign-out");
        settle(null);
      }),
    actAs(profileId) {
      if (who.sessionId === null) return;
      marks.keepActing(who.sessionId, profileId);
      become({ ...who, actingAs: profileId });
    },
    meetClerk: null,
  };
}

function isOver(error: unknown): boolean {
  const code = appErrorOf(error)?.code;
  return code === "SIGN_IN_REQUIRED" || code === "SESSION_ENDED";
}

/** How long a token lasts is reckoned by the server's clock alone; this device's may be wrong. */
async function heldOf(answer: Response): Promise<Held> {
  const { accessToken, expiresAt, sessionId }: Access = await answer.json();
  const sentAt = Date.parse(answer.headers.get("date") ?? "") || Date.now();
  return { token: accessToken, sessionId, freshUntil: Date.now() + Date.parse(expiresAt) - sentAt - marginMs };
}

function browserPlace(): Place {
  return {
    browser: keptIn(() => localStorage),
    tab: keptIn(() => sessionStorage),
    channel: new BroadcastChannel("muejam:session"),
    alone: (act) => navigator.locks.request("muejam:session", act),
    ask: askAuth,
  };
}

const onlyInBrowsers = () => Promise.reject(new Error("Only a browser signs in and out."));

/** Who looks at a page while the server renders it. */
export const nobody: Session = {
  read: () => unknown,
  subscribe: () => () => undefined,
  getToken: () => Promise.resolve(null),
  renew: () => Promise.resolve(null),
  signIn: onlyInBrowsers,
  finishSignIn: onlyInBrowsers,
  enterWithPasskey: onlyInBrowsers,
  adopt: onlyInBrowsers,
  signOut: onlyInBrowsers,
  actAs: () => undefined,
  meetClerk: null,
};
