import type { Session } from "./session.ts";

/** What a call must know of the session it is made in. */
export type Caller = Pick<Session, "read" | "getToken" | "renew">;
type Init = Omit<RequestInit, "signal"> & { signal?: AbortSignal | null | undefined };

/** Calls say who asks, and as which profile. A token that does not hold is replaced, and the call repeated once. */
export function fetchAs(session: Caller): (input: RequestInfo | URL, init?: Init) => Promise<Response> {
  return async (input, init) => {
    const send = (token: string | null) => {
      const headers = new Headers(init?.headers);
      const { actingAs } = session.read();
      if (token !== null) headers.set("authorization", `Bearer ${token}`);
      if (token !== null && actingAs !== null) headers.set("x-acting-profile", actingAs);
      // Neither a page's address nor a cookie says who asks: they need not travel with each key.
      const light = { referrerPolicy: "strict-origin", credentials: "omit" } as const;
      return fetch(input, { ...light, ...init, signal: init?.signal ?? null, headers });
    };
    const token = await session.getToken();
    const answer = await send(token);
    if (token === null || answer.status !== 401 || !(await isAboutToken(answer))) return answer;
    const next = await session.renew(token);
    // Whoever is signed out meanwhile must not be taken for a visitor by the very same call.
    return next === null ? answer : send(next);
  };
}

/** A refused token has done nothing, hence a write may be repeated as well. */
async function isAboutToken(answer: Response): Promise<boolean> {
  return /"code":"(TOKEN_INVALID|SIGN_IN_REQUIRED|SESSION_ENDED)"/.test(await answer.clone().text());
}
