import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Holder } from "../../kernel/actor.ts";
import { createLocalLive, deskOf } from "../../kernel/live.ts";
import { publishNow, sitDown } from "../../test/desk.ts";
import { as, countQueries, ctxOf, make, runJobs } from "../../test/harness.ts";
import { tell } from "../../test/telling.ts";
import { follow } from "./notification.live.service.ts";

const reader = await make.person();
const follower = await make.person();
const { db } = ctxOf(make.system());
const hour = 3_600_000;

const telling = (who: Holder, from = follower) =>
  tell(ctxOf(make.system()), { profileId: who.profileId, actorId: from.profileId });

/** For streams that begin now, whenever that is. */
async function tellUntil<T>(who: Holder, heard: Promise<T>): Promise<T> {
  let isHeard = false;
  const first = heard.finally(() => (isHeard = true));
  while (!isHeard) await telling(who);
  return first;
}

type Given = { lastEventId?: string; everyMs?: number; isDeaf?: boolean };

/** `next` is the number of the next thing told, or "over". */
function listen(who: Holder, { lastEventId, everyMs = hour, isDeaf = false }: Given = {}) {
  const stop = new AbortController();
  const ctx = ctxOf(who, isDeaf ? { live: createLocalLive() } : {});
  const told = follow(ctx, { lastEventId }, { stop: stop.signal, everyMs });
  const next = async () => {
    const { value, done } = await told.next();
    return done ? "over" : Number(value.id);
  };
  return { next, stop: () => stop.abort() };
}

test("a stream begins with what is told from now on, and says what kind it is", async () => {
  await telling(reader);
  const stream = follow(ctxOf(reader), {}, { stop: new AbortController().signal });
  const { value } = await tellUntil(reader, stream.next());
  expect(value).toMatchObject({ data: { kind: "new-follower" } });
  expect(Number(value?.id)).toBeGreaterThan(1);
});

test("whoever comes back hears what they missed, in order, page after page, each once", {
  timeout: 60_000,
}, async () => {
  const who = await make.person();
  for (let count = 0; count < 230; count += 1) await telling(who);
  const stream = listen(who, { lastEventId: "7" });
  for (let seq = 8; seq <= 230; seq += 1) expect(await stream.next()).toBe(seq);
  const late = stream.next();
  await telling(who);
  expect(await late).toBe(231);
  stream.stop();
  expect(await stream.next()).toBe("over");
});

test("what no hint told of comes with the beat", async () => {
  const stream = listen(reader, { everyMs: 20, isDeaf: true, lastEventId: "0" });
  let seq = 0;
  while (seq < 2) seq = Number(await stream.next());
  const last = await telling(reader);
  while (seq < last) seq = Number(await stream.next());
  expect(seq).toBe(last);
  stream.stop();
});

test("what happens at somebody's desk is told to them under the last number, and read again at once", async () => {
  const who = await make.person();
  const seq = await telling(who);
  const { live } = ctxOf(who);
  const stop = new AbortController();
  const stream = follow(ctxOf(who), { lastEventId: String(seq) }, { stop: stop.signal, everyMs: hour });
  let isHeard = false;
  const first = stream.next().finally(() => (isHeard = true));
  while (!isHeard) {
    await live.announce(deskOf(who.profileId));
    await live.announce(deskOf(follower.profileId));
    await setImmediate();
  }
  expect((await first).value).toEqual({ id: String(seq), data: { kind: "desk" } });
  stop.abort();
  expect((await stream.next()).done).toBe(true);
});

test("a number that was never given is taken for the last one", async () => {
  const who = await make.person();
  await telling(who);
  const stream = listen(who, { lastEventId: "999999999999999" });
  expect(await tellUntil(who, stream.next())).toBeGreaterThan(1);
  stream.stop();
});

test("nothing is told of whom the reader may not see, and the stream goes on behind it", async () => {
  const [who, shy] = [await make.person(), await make.person()];
  await telling(who);
  await telling(who, shy);
  await telling(who);
  await db.profile.updateMany({ where: { id: shy.profileId }, data: { state: "held" } });
  const stream = listen(who, { lastEventId: "0" });
  expect([await stream.next(), await stream.next()]).toEqual([1, 3]);
  stream.stop();
});

test("a chapter that was published is told through its event, one that was taken back is not", async () => {
  const [desk, who] = [await sitDown(), await make.person()];
  await as(who).social.followProfile({ profileId: desk.author.profileId, isFollowing: true });
  await publishNow(desk);
  await runJobs();
  const before = listen(who, { lastEventId: "0" });
  expect(await before.next()).toBe(1);
  before.stop();

  await as(desk.author).edition.unpublish({ chapterId: desk.chapterId });
  await telling(who);
  const after = listen(who, { lastEventId: "0" });
  expect(await after.next()).toBe(2);
  after.stop();
});

test("others hear nothing of it", async () => {
  const [one, other] = [await make.person(), await make.person()];
  await telling(one);
  await telling(other);
  const stream = listen(other, { lastEventId: "0" });
  expect(await stream.next()).toBe(1);
  stream.stop();
  expect(await stream.next()).toBe("over");
});

const endSession = ({ session }: { session: { issuer: string; id: string } }) =>
  db.endedSession.createMany({
    data: [
      { issuer: session.issuer, sessionId: session.id, endedAt: new Date(), expiresAt: new Date(Date.now() + hour) },
    ],
  });

test("a session that is over ends its stream with the beat, and lets none begin", async () => {
  const who = await make.person();
  await telling(who);
  const stream = listen(who, { everyMs: 20, lastEventId: "0" });
  expect(await stream.next()).toBe(1);
  await endSession(who);
  expect(await stream.next()).toBe("over");
  await expect(listen(who).next()).rejects.toMatchObject({ code: "SESSION_ENDED" });
});

test("a key that is revoked ends its stream", async () => {
  const who = await make.person();
  const { key } = await as(who).account.createKey({ name: "news", scopes: ["read"] });
  const { accountId, profileId } = who;
  const stream = listen(make.key({ accountId, profileId, keyId: key.id }), { everyMs: 20, lastEventId: "0" });
  await telling(who);
  expect(await stream.next()).toBe(1);
  await as(who).account.revokeKey({ id: key.id });
  expect(await stream.next()).toBe("over");
});

test("a stream ends with its token", async () => {
  const { session, ...rest } = reader;
  const brief = { ...rest, session: { ...session, endsAt: new Date(Date.now() + 100) } };
  expect(await listen(brief).next()).toBe("over");
  expect(Date.now()).toBeGreaterThanOrEqual(brief.session.endsAt.getTime());
});

test("a hint costs one look, and one at who looks", async () => {
  const who = await make.person();
  for (let count = 0; count < 50; count += 1) await telling(who);
  const stream = listen(who, { lastEventId: "0" });
  const { queries } = await countQueries(async () => {
    for (let count = 0; count < 50; count += 1) await stream.next();
  });
  // Standing, counter, what was told, who looks.
  expect(queries).toBe(4);
  stream.stop();
});
