import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openBrowser, startIssuer } from "../test/issuer.ts";
import { fetchAs } from "./fetch-as.ts";
import type { Session } from "./session.ts";

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let browser: ReturnType<typeof openBrowser>;
let session: Session;

beforeEach(async () => {
  issuer = await startIssuer();
  browser = openBrowser(issuer.origin);
  session = browser.openTab();
});
afterEach(async () => {
  browser.close();
  await issuer.close();
});

const call = async () => {
  const answer = await fetchAs(session)(`${issuer.origin}/trpc/x`, { headers: { "idempotency-key": "k1" } });
  return { status: answer.status, body: await answer.json() };
};
const sent = () => issuer.calls.filter(({ path }) => path === "/trpc/x").map(({ headers }) => headers);

test("a visitor's call says nothing of who asks", async () => {
  expect(await call()).toEqual({ status: 200, body: { token: null } });
  expect(sent()[0]).not.toHaveProperty("x-acting-profile");
});

test("a member's call carries the token, the profile and what it carried before", async () => {
  await session.signIn(issuer.person);
  session.actAs("dace");
  await call();
  expect(sent()).toMatchObject([
    { authorization: "Bearer token-1", "x-acting-profile": "dace", "idempotency-key": "k1" },
  ]);
});

test("a call whose token is refused is repeated once, as itself", async () => {
  await session.signIn(issuer.person);
  issuer.refuse("token-1");
  expect(await call()).toEqual({ status: 200, body: { token: "token-2" } });
  expect(sent().map((headers) => headers["idempotency-key"])).toEqual(["k1", "k1"]);

  issuer.refuse("token-2", "token-3");
  expect((await call()).status).toBe(401);
  expect(sent()).toHaveLength(4);
});

test("a member whose session is over is refused, not taken for a visitor", async () => {
  await session.signIn(issuer.person);
  issuer.refuse("token-1");
  issuer.endSession();
  expect(await call()).toMatchObject({ status: 401, body: { error: { code: "TOKEN_INVALID" } } });
  expect(sent()).toHaveLength(1);
  expect(session.read().state).toBe("visitor");
});

test("no cookie travels with a call: its token says who asks", async () => {
  const fetching = vi.spyOn(globalThis, "fetch");
  await call();
  expect(fetching.mock.calls.at(-1)?.[1]).toMatchObject({ credentials: "omit", referrerPolicy: "strict-origin" });
  fetching.mockRestore();
});
