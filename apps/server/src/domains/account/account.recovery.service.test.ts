import { expect, test } from "vitest";
import { codeIn } from "../../test/app-codes.ts";
import { addPasskey } from "../../test/authenticator.ts";
import { guarded } from "../../test/guarded.ts";
import { as, countQueries, ctxOf, make, refusal, runJob, runJobs } from "../../test/harness.ts";
import { codeOf, openHttp, post } from "../../test/http.ts";
import { guard } from "../../test/second-factor.ts";
import { join, lettersTo, linkIn, password, signIn } from "../../test/sign-in.ts";
import { emailPurpose, resolvePerson } from "./account.people.service.ts";

const ask = openHttp();
const { accounts, db, keys } = ctxOf(make.system());
const administrator = await make.person({}, ["administrator"]);
const purpose = "case:42";
const twoDaysPass = async (id: string) => {
  await db.$executeRaw`UPDATE recovery SET asked_at = asked_at - interval '2 days', due_at = due_at - interval '2 days'
    WHERE id = ${id}::uuid`;
  await runJob("account.finishRecoveries");
};
/** An owner whose thief has set up a second step and a passkey, and connected a service. */
const robbed = async () => {
  const { email, subject } = await join();
  const owner = await resolvePerson(ctxOf(make.visitor()), make.identity({ subject, email }), undefined);
  const thief = await signIn(ask, email);
  await addPasskey(ask, thief);
  await accounts.link(db, { subject, provider: "google", accountId: subject });
  const { secret } = await guard(ask, thief);
  return { email, subject, owner, thief, secret };
};
const subjectsTo = async (email: string) => {
  await runJobs();
  return (await lettersTo(email)).map(({ subject }) => subject);
};

test("after two days everything that keeps the owner out is gone, and the mailbox alone opens a new way in", async () => {
  const { email, subject, owner, thief, secret } = await robbed();
  const former = { id: owner.profileId, subject, changedAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) };
  const formerEmail = `former.${email}`;
  await db.formerAddress.createMany({ data: [{ ...former, emailSealed: keys.encrypt(emailPurpose, formerEmail) }] });
  const { queries, result } = await countQueries(() =>
    as(administrator).account.askRecovery({ profileId: owner.profileId, purpose }),
  );
  expect(queries).toBeLessThanOrEqual(20);
  expect(Date.parse(result.dueAt) - Date.now()).toBeGreaterThan(47.9 * 3_600_000);
  for (const address of [email, formerEmail])
    expect(await subjectsTo(address)).toContain("Staff were asked to open your MueJam account again");

  await runJob("account.finishRecoveries");
  expect(await db.secondFactor.count({ where: { subject } })).toBe(1);
  await twoDaysPass(result.id);
  expect(await db.secondFactor.count({ where: { subject } })).toBe(0);
  expect(await db.passkey.count({ where: { subject } })).toBe(0);
  expect(await accounts.listLinks(db, subject)).toEqual([]);
  expect((await ask("/api/auth/refresh", post({}, { cookie: thief.cookie }))).status).toBe(401);
  expect(await codeOf(await ask("/api/auth/sign-in", post({ email, password })))).toEqual([401, "SIGN_IN_FAILED"]);
  expect(codeIn(secret)).toMatch(/^\d{6}$/);

  expect(await subjectsTo(formerEmail)).toContain("Your MueJam account is open again");
  await ask("/api/auth/forgot-password", post({ email }));
  await runJobs();
  const chosen = "a new lantern glows";
  await ask("/api/auth/reset-password", post({ token: await linkIn("reset-password", email), password: chosen }));
  expect((await signIn(ask, email, chosen)).access.sessionId).toBeTruthy();
  const acts = await db.auditEntry.findMany({
    where: { subject: `account:${owner.accountId}` },
    select: { act: true },
  });
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(["recovery.asked", "recovery.done"]));
});

test("whoever reads one of the addresses stops it: GET shows, POST acts, once", async () => {
  const { email, subject, owner } = await robbed();
  const { id } = await as(administrator).account.askRecovery({ profileId: owner.profileId, purpose });
  await runJobs();
  const token = await linkIn("stop-recovery", email);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const press = () => ask("/stop-recovery", { method: "POST", headers, body: `token=${token}` });
  expect(await (await ask(`/stop-recovery?token=${token}`)).text()).toContain("<button>Stop it</button>");
  const { recoveries } = await as(administrator).account.listRecoveries();
  expect(recoveries.map((one) => one.id)).toContain(id);

  expect((await press()).status).toBe(200);
  expect((await press()).status).toBe(400);
  await twoDaysPass(id);
  expect(await db.secondFactor.count({ where: { subject } })).toBe(1);
  expect(await subjectsTo(email)).toContain("Your MueJam account stays as it is");
  await expect(as(administrator).account.stopRecovery({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("administrators stop it as well, and may be asked again", async () => {
  const { profileId } = await guarded();
  const { id } = await as(administrator).account.askRecovery({ profileId, purpose });
  const again = () => as(administrator).account.askRecovery({ profileId, purpose });
  await expect(again()).rejects.toMatchObject(refusal("CONFLICT"));
  expect(await as(administrator).account.stopRecovery({ id })).toEqual({ id });
  expect((await again()).id).not.toBe(id);
});

test("it is for somebody else, who is there and whom a second step guards; nobody asks with a key or without the role", async () => {
  const asked = (profileId: string, who = administrator) => as(who).account.askRecovery({ profileId, purpose });
  await expect(asked((await make.person()).profileId)).rejects.toMatchObject(refusal("SECOND_FACTOR_OFF"));
  await expect(asked(make.identity().subject)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(asked(administrator.profileId)).rejects.toMatchObject(refusal("FORBIDDEN"));
  const { profileId } = await guarded();
  const senior = await make.person({}, ["senior"]);
  await expect(asked(profileId, senior)).rejects.toMatchObject(refusal("FORBIDDEN"));
});

test("the database itself keeps the two days", async () => {
  const { accountId } = await guarded();
  const now = new Date();
  const soon = { id: make.identity().subject, accountId, subject: accountId, askedAt: now, dueAt: now };
  await expect(db.recovery.createMany({ data: [soon] })).rejects.toThrow("recovery_two_days");
});
