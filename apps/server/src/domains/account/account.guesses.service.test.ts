import { expect, test } from "vitest";
import { ctxOf, make, runJob, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post, unlimited } from "../../test/http.ts";
import { actOf, cookieOf, join, lettersTo, newEmail, password, signIn } from "../../test/sign-in.ts";

// Without the limits a minute: here it is about what comes after them.
const ask = openHttp({ ctxFor: unlimited });
const { db } = ctxOf(make.system());
const tryIn = async (email: string, given: string, headers: Record<string, string> = {}) =>
  ask("/api/auth/sign-in", post({ email, password: given }, headers));
/** Two of them are real, for each takes the time of a hash. */
const guessTen = async (email: string) => {
  const guess = async () => codeOf(await tryIn(email, "a stranger's guess"));
  await db.wrongGuess.deleteMany();
  expect(await guess()).toEqual([401, "SIGN_IN_FAILED"]);
  await db.wrongGuess.updateMany({ data: { count: 9 } });
  expect(await guess()).toEqual([401, "SIGN_IN_FAILED"]);
};
const later = (minutes: number) =>
  db.$executeRaw`UPDATE wrong_guess SET last_at = last_at - make_interval(mins => ${minutes}),
    locked_until = locked_until - make_interval(mins => ${minutes})`;
const subjects = async (email: string) => {
  await runJobs();
  return (await lettersTo(email)).map(({ subject }) => subject);
};
const tried = "Somebody tries to get into your MueJam account";

test("ten wrong passwords lock the right one out for a quarter of an hour, and the owner is told once", async () => {
  const { email } = await join();
  await guessTen(email);
  const locked = await tryIn(email, password);
  expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(800);
  expect(await codeOf(locked)).toEqual([429, "RATE_LIMITED"]);
  expect(await subjects(email)).toEqual([tried]);

  await later(16);
  expect(await codeOf(await tryIn(email, "one more"))).toEqual([401, "SIGN_IN_FAILED"]);
  expect(await codeOf(await tryIn(email, password))).toEqual([429, "RATE_LIMITED"]);
  await later(16);
  expect((await signIn(ask, email)).access.sessionId).toBeTruthy();
  await guessTen(email);
  expect(await subjects(email)).toEqual([tried]);
});

test("what is locked tells nobody whether the address is known", async () => {
  const answers: string[] = [];
  for (const email of [(await join()).email, newEmail()]) {
    await guessTen(email);
    const locked = await tryIn(email, password);
    const text = (await locked.text()).replace(/"(requestId|retryAfterSeconds)":"?[^",}]+"?/g, "").replace(/\d+/g, "");
    answers.push(`${locked.status} ${[...locked.headers.keys()].join()} ${text}`);
  }
  expect(answers[0]).toBe(answers[1]);
  const unknown = newEmail();
  await guessTen(unknown);
  expect(await subjects(unknown)).toEqual([]);
});

test("a stranger's guesses lock out no browser that the owner has used, nor who is signed in", async () => {
  const { email } = await join();
  const mine = await signIn(ask, email);
  await guessTen(email);
  const cookie = cookieOf(mine, "device");
  expect((await tryIn(email, password, { cookie })).status).toBe(200);
  expect(await codeOf(await tryIn(email, password, { cookie: cookie.replace(/.$/, "_") }))).toEqual([
    429,
    "RATE_LIMITED",
  ]);
  const given = { currentPassword: password, password: "a new lantern glows" };
  expect((await ask("/api/auth/password", actOf(mine, given))).status).toBe(200);
});

test("who holds a session guesses the password no more often than anybody", async () => {
  const { email } = await join();
  const thief = await signIn(ask, email);
  const change = async (currentPassword: string) =>
    codeOf(await ask("/api/auth/password", actOf(thief, { currentPassword, password: "a new lantern glows" })));
  await db.wrongGuess.deleteMany();
  expect(await change("a guess of it")).toEqual([401, "PASSWORD_WRONG"]);
  expect(await change("another guess")).toEqual([401, "PASSWORD_WRONG"]);
  expect(await db.wrongGuess.findMany({ select: { count: true } })).toContainEqual({ count: 2 });
  await db.wrongGuess.updateMany({ data: { count: 9 } });
  expect(await change("the tenth guess")).toEqual([401, "PASSWORD_WRONG"]);
  expect(await change(password)).toEqual([429, "RATE_LIMITED"]);
});

test("from one place fifty are tried, whosever passwords they are", async () => {
  const { address } = make.visitor();
  const from = (email: string) => ask("/api/auth/sign-in", { ...post({ email, password: "a guess" }), address });
  await db.wrongGuess.deleteMany();
  await from(newEmail());
  await db.wrongGuess.updateMany({ data: { count: 49 } });
  expect(await codeOf(await from(newEmail()))).toEqual([401, "SIGN_IN_FAILED"]);
  expect(await codeOf(await from(newEmail()))).toEqual([429, "RATE_LIMITED"]);
  expect(await codeOf(await tryIn(newEmail(), "a guess"))).toEqual([401, "SIGN_IN_FAILED"]);
});

test("what was wrong is forgotten after an hour, and gone after a day; nobody can read whose it was", async () => {
  await db.wrongGuess.deleteMany();
  const email = newEmail();
  await tryIn(email, "a guess");
  await db.wrongGuess.updateMany({ data: { count: 9 } });
  const rows = await db.wrongGuess.findMany();
  expect(JSON.stringify(rows)).not.toContain(email);
  await later(61);
  expect((await tryIn(email, "a guess")).status).toBe(401);
  const counts = await db.wrongGuess.findMany({ where: { count: 1 } });
  expect(counts.map(({ lockedUntil }) => lockedUntil)).toContainEqual(null);
  await later(24 * 60 + 1);
  await runJob("account.purgeSessions");
  expect(await db.wrongGuess.count()).toBe(0);
});
