import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { askAuth } from "../lib/auth-door.ts";
import { openSession, type Place, type Session } from "../lib/session.ts";

const person = { email: "rosa@example.org", password: "a lantern in the rain" };

/** Speaks the built-in issuer's wire: one browser, whose cookie it keeps by itself. */
export async function startIssuer({ lifeMs = 300_000, isGuarded = false } = {}) {
  const issued: string[] = [];
  const calls: { path: string; headers: IncomingMessage["headers"] }[] = [];
  let cookie: string | null = null;
  let refused = new Set<string>();
  let refreshing = 0;
  let mostAtOnce = 0;
  let trouble: "silent" | "busy" | null = null;
  let gate = Promise.resolve();

  const answers: Record<string, () => [number, object]> = {
    "/api/auth/sign-in": () => (isGuarded ? codeAsked() : access((cookie = randomUUID()))),
    "/api/auth/sign-in/code": () => access((cookie = randomUUID())),
    "/api/auth/refresh": () => (cookie === null ? refusal(401, "SESSION_ENDED") : access(cookie)),
    "/api/auth/sign-out": () => {
      cookie = null;
      return [200, { isAccepted: true }];
    },
  };
  const codeAsked = (): [number, object] => [200, { ticket: "ticket-1", expiresAt: new Date().toISOString() }];
  const access = (sessionId: string): [number, object] => {
    const accessToken = `token-${issued.length + 1}`;
    issued.push(accessToken);
    // Not `Date.now()`, which is the device's clock and may be set wrong by a test.
    const expiresAt = new Date(new Date().getTime() + lifeMs).toISOString();
    return [200, { accessToken, expiresAt, sessionId }];
  };
  const answerCall = ({ headers }: IncomingMessage): [number, object] => {
    const token = headers.authorization?.replace("Bearer ", "");
    return token && refused.has(token) ? refusal(401, "TOKEN_INVALID") : [200, { token: token ?? null }];
  };

  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? "";
      calls.push({ path, headers: request.headers });
      if (trouble === "silent") return void request.socket.destroy();
      const isRefresh = path === "/api/auth/refresh";
      if (isRefresh) mostAtOnce = Math.max(mostAtOnce, ++refreshing);
      await gate;
      if (isRefresh) refreshing--;
      const [status, body] =
        trouble === "busy" ? refusal(503, "OVERLOADED") : (answers[path]?.() ?? answerCall(request));
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    })();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    issued,
    calls,
    person,
    mostAtOnce: () => mostAtOnce,
    refuse: (...tokens: string[]) => void (refused = new Set(tokens)),
    endSession: () => void (cookie = null),
    trouble: (kind: typeof trouble) => void (trouble = kind),
    holdUntil: (opened: Promise<void>) => void (gate = opened),
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** A browser whose tabs share what real ones share. */
export function openBrowser(origin: string) {
  const name = randomUUID();
  const browser = memory();
  const channels: BroadcastChannel[] = [];
  return {
    browser,
    openTab({ tab = memory() } = {}): Session {
      const channel = new BroadcastChannel(name);
      channels.push(channel);
      const place: Place = {
        browser,
        tab,
        channel,
        alone: (act) => navigator.locks.request(name, act),
        ask: (act, given) => askAuth(act, given, origin),
      };
      return openSession(place);
    },
    close: () => channels.forEach((channel) => channel.close()),
  };
}

export function memory() {
  const kept = new Map<string, string>();
  return {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string | null) => void (value === null ? kept.delete(key) : kept.set(key, value)),
  };
}

const refusal = (status: number, code: string): [number, object] => {
  return [status, { error: { code, message: "No.", requestId: "r1" } }];
};
