import { Client } from "pg";
import { expect, test } from "vitest";
import { directUrl } from "../../test/database.ts";
import { app, ctxOf, eventsAbout, make, runJob, runJobs } from "../../test/harness.ts";
import { openHttp, post } from "../../test/http.ts";
import { browserOf, join, lettersTo, linkIn, signIn } from "../../test/sign-in.ts";
import { isSessionEnded } from "./account.ending.service.ts";

const ask = openHttp();
const { db } = ctxOf(make.system());
const refresh = (cookie: string) => ask("/api/auth/refresh", post({}, { cookie }));
const idOf = (cookie: string) => cookie.split("=")[1]?.slice(0, 36) ?? "";
const passTime = (seconds: number, cookie: string) =>
  db.$executeRaw`UPDATE refresh_token SET used_at = used_at - make_interval(secs => ${seconds}) WHERE id = ${idOf(cookie)}::uuid`;

async function newBrowser() {
  const { email } = await join();
  return { email, ...(await signIn(ask, email)) };
}

test("a refresh gives the next token and a fresh access token of the same session", async () => {
  const { cookie, access, email } = await newBrowser();
  const next = await browserOf(await refresh(cookie));
  expect(next.cookie).not.toBe(cookie);
  expect(next.access.sessionId).toBe(access.sessionId);
  expect(await app.signIn.verifyToken(next.access.accessToken)).toMatchObject({ email, sessionId: access.sessionId });
  const third = await browserOf(await refresh(next.cookie));
  expect((await refresh(third.cookie)).status).toBe(200);
});

test("two tabs that refresh at once get the same successor", async () => {
  const { cookie } = await newBrowser();
  const tabs = await Promise.all(Array.from({ length: 8 }, async () => browserOf(await refresh(cookie))));
  expect(new Set(tabs.map((tab) => tab.cookie)).size).toBe(1);
  await passTime(29, cookie);
  const late = await browserOf(await refresh(cookie));
  expect(late.cookie).toBe(tabs[0]?.cookie);
  expect((await refresh(late.cookie)).status).toBe(200);
});

test("a token that comes back after its grace ends the session for both who hold it", async () => {
  const { cookie, access, email } = await newBrowser();
  const next = await browserOf(await refresh(cookie));
  await passTime(31, cookie);

  const stolen = await refresh(cookie);
  expect(stolen.status).toBe(401);
  expect(stolen.headers.get("set-cookie")).toBeNull();
  expect((await refresh(next.cookie)).status).toBe(401);
  expect(await isSessionEnded(ctxOf(make.system()), { issuer: "built-in", sessionId: access.sessionId })).toBe(true);

  expect(await eventsAbout(access.sessionId)).toMatchObject([{ name: "session.ended", data: { reason: "stolen" } }]);
  const family = await db.refreshToken.findMany({ where: { sessionId: access.sessionId } });
  expect(family.map(({ familyEndedAt }) => familyEndedAt)).not.toContain(null);
  const audited = await db.auditEntry.findMany({ where: { subject: `session:${access.sessionId}` } });
  expect(audited.map(({ act }) => act)).toEqual(["session.stolen"]);
  await refresh(cookie);
  await runJobs();
  expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual(["We ended one of your MueJam sessions"]);
});

test("a theft ends that session only", async () => {
  const { cookie, email } = await newBrowser();
  const other = await signIn(ask, email);
  await refresh(cookie);
  await passTime(31, cookie);
  await refresh(cookie);
  expect((await refresh(other.cookie)).status).toBe(200);
});

test.each([
  ["a new password", (email: string) => chooseAnew(email)],
  ["signing out everywhere else", (email: string) => leaveOthers(email)],
])("%s ends every other session, however many somebody opened on top", async (_name, end) => {
  const { cookie, access, email } = await newBrowser();
  await db.$executeRaw`
    INSERT INTO auth.session (id, user_id, token, expires_at, created_at, updated_at)
    SELECT id, user_id, id::text, expires_at, created_at, updated_at + interval '1 s'
    FROM (SELECT gen_random_uuid() AS id, user_id, expires_at, created_at, updated_at
      FROM auth.session, generate_series(1, 450) WHERE session.id = ${access.sessionId}::uuid) AS copy`;
  await end(email);
  expect((await refresh(cookie)).status).toBe(401);
});

async function chooseAnew(email: string): Promise<void> {
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const reset = post({ token: await linkIn("reset-password", email), password: "a new lantern glows" });
  expect((await ask("/api/auth/reset-password", reset)).status).toBe(200);
}

async function leaveOthers(email: string): Promise<void> {
  const { access } = await signIn(ask, email);
  const headers = { authorization: `Bearer ${access.accessToken}` };
  expect((await ask("/api/auth/sessions/revoke-others", post({}, headers))).status).toBe(200);
}

test("a session nobody has refreshed for 30 days is over", async () => {
  const { cookie } = await newBrowser();
  await db.$executeRaw`UPDATE refresh_token SET expires_at = now() - interval '1 s' WHERE id = ${idOf(cookie)}::uuid`;
  expect((await refresh(cookie)).status).toBe(401);
});

test.each([
  "",
  "x",
  "not-a-uuid.abc",
  `${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}.abc`,
  "%00",
  "x".repeat(5000),
])("the invented token %j is refused", async (token) => {
  expect((await refresh(`__Host-muejam-refresh=${token}`)).status).toBe(401);
});

test("half a token is no token", async () => {
  const { cookie } = await newBrowser();
  for (const forged of [cookie.slice(0, -1), `${cookie}x`, cookie.slice(0, cookie.indexOf(".") + 1)])
    expect((await refresh(forged)).status).toBe(401);
  expect((await refresh(cookie)).status).toBe(200);
});

/** Every cell of every row that has to do with this session, as whoever stole a backup would read them. */
async function copyTables(sessionId: string): Promise<string[]> {
  const owner = new Client({ connectionString: directUrl });
  await owner.connect();
  const { rows } = await owner.query<{ row: Record<string, unknown> }>(
    `WITH session AS (SELECT * FROM auth.session WHERE id = $1)
     SELECT to_jsonb(session) AS row FROM session
     UNION ALL SELECT to_jsonb(t) FROM auth."user" AS t JOIN session ON session.user_id = t.id
     UNION ALL SELECT to_jsonb(t) FROM auth.account AS t JOIN session USING (user_id)
     UNION ALL SELECT to_jsonb(t) FROM refresh_token AS t WHERE session_id = $1
     UNION ALL SELECT to_jsonb(t) FROM auth.verification AS t WHERE expires_at > now()`,
    [sessionId],
  );
  await owner.end();
  return [...new Set(rows.flatMap(({ row }) => Object.values(row).map(String)))];
}

test("a copy of the session tables signs nobody in", async () => {
  // What other tests left there would be tried in all pairs as well.
  await db.$executeRaw`DELETE FROM auth.verification`;
  const { cookie, access, email } = await newBrowser();
  const next = await browserOf(await refresh(cookie));
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const link = await linkIn("reset-password", email);
  const copied = await copyTables(access.sessionId);
  const ids = copied.filter((cell) => /^[0-9a-f-]{36}$/.test(cell));
  const stamps = copied.filter((cell) => /^test\.[\w-]{22}$/.test(cell));
  expect(Math.min(ids.length, stamps.length)).toBeGreaterThan(3);
  const pairs = ids.flatMap((id) => stamps.flatMap((stamp) => [`${id}.${stamp}`, `${id}.${stamp.slice(5)}`]));

  for (const tried of [...copied, ...pairs]) {
    for (const name of ["__Host-muejam-refresh", "__Secure-better-auth.session_token"])
      expect((await refresh(`${name}=${encodeURIComponent(tried)}`)).status, tried).toBe(401);
    const headers = { authorization: `Bearer ${encodeURIComponent(tried)}` };
    expect((await ask("/api/auth/sessions", { headers })).status, tried).toBe(401);
  }
  for (const token of copied.filter((cell) => cell !== "" && cell.length <= 200)) {
    const reset = post({ token, password: "a new lantern glows" });
    expect((await ask("/api/auth/reset-password", reset)).status, token).toBe(400);
    expect((await ask("/api/auth/verify-email", post({ token, password: "a new lantern glows" }))).status, token).toBe(
      400,
    );
  }
  // The real ones still work, so it was not that nothing does.
  expect((await refresh(next.cookie)).status).toBe(200);
  const reset = post({ token: link, password: "a new lantern glows" });
  expect((await ask("/api/auth/reset-password", reset)).status).toBe(200);
});

test("what is over is purged, and nothing else", async () => {
  const { cookie, access } = await newBrowser();
  const next = await browserOf(await refresh(cookie));
  const gone = await newBrowser();
  await ask("/api/auth/sign-out", post({}, { cookie: gone.cookie }));
  await passTime(8 * 86_400, cookie);
  await db.$executeRaw`UPDATE ended_session SET expires_at = now() - interval '1 s' WHERE session_id = ${gone.access.sessionId}`;
  await runJob("account.purgeSessions");

  expect(await db.refreshToken.findUnique({ where: { id: idOf(cookie) } })).toBeNull();
  expect(await db.endedSession.count({ where: { sessionId: gone.access.sessionId } })).toBe(0);
  expect((await refresh(next.cookie)).status).toBe(200);
  expect(access.sessionId).toBe(next.access.sessionId);
});
