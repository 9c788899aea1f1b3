import { afterAll, expect, test } from "vitest";
import { createStreams } from "../kernel/streams.ts";
import { type Heard, readEvents, refusalIn } from "../test/events.ts";
import { as, ctxOf, make } from "../test/harness.ts";
import { startHttp, unlimited } from "../test/http.ts";
import { tell } from "../test/telling.ts";

const owner = await make.person();
const { secret } = await as(owner).account.createKey({ name: "news", scopes: ["read"] });
const { secret: writing } = await as(owner).account.createKey({ name: "hand", scopes: ["write"] });
const { profileId } = owner;
const actorId = (await make.person()).profileId;
const telling = () => tell(ctxOf(make.system()), { profileId, actorId });
await telling();

const streams = createStreams(12);
const server = await startHttp({ streams, ctxFor: unlimited });
afterAll(() => server.stop(0));

const quiet = { lastEventId: "999" };

async function open(input: object = { lastEventId: "0" }, bearer = secret, address = server.address) {
  const hangUp = new AbortController();
  const query = encodeURIComponent(JSON.stringify(input));
  const response = await fetch(`${address}/trpc/notification.live?input=${query}`, {
    headers: { authorization: `Bearer ${bearer}` },
    signal: hangUp.signal,
  });
  const events = readEvents(response);
  const next = async (): Promise<Heard | "over"> => (await events.next()).value ?? "over";
  const all = async () => {
    const heard: Heard[] = [];
    for (let one = await next(); one !== "over"; one = await next()) heard.push(one);
    return heard;
  };
  return { response, next, all, hangUp: () => hangUp.abort() };
}

test("a stream goes through proxies as it comes, is kept by nobody, and says how long silence may last", async () => {
  const stream = await open();
  const { headers } = stream.response;
  expect(headers.get("content-type")).toBe("text/event-stream");
  expect(headers.get("x-accel-buffering")).toBe("no");
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("x-request-id")).toMatch(/./);
  expect(await stream.next()).toMatchObject({ event: "connected", data: { reconnectAfterInactivityMs: 40_000 } });
  expect(await stream.next()).toEqual({ event: "message", id: "1", data: { kind: "new-follower" } });
  stream.hangUp();
});

test("it outlives the time that calls have, and holds no place of theirs", async () => {
  const answerMs = 1_000;
  const narrow = await startHttp({ ctxFor: unlimited, answerMs, streams: createStreams(10) });
  const stream = await open(quiet, secret, narrow.address);
  await stream.next();
  const beginning = performance.now();
  let last = await telling();
  while (performance.now() - beginning < 1.5 * answerMs) last = await telling();
  expect((await fetch(`${narrow.address}/trpc/status.version`)).status).toBe(200);
  let heard = await stream.next();
  while (heard !== "over" && heard.id !== String(last)) heard = await stream.next();
  expect(heard).toMatchObject({ id: String(last) });
  stream.hangUp();
  await narrow.stop(0);
});

test.each([
  ["SCOPE_MISSING", {}, writing],
  ["KEY_INVALID", {}, `mj_${"0".repeat(32)}_${"x".repeat(43)}`],
  ["INPUT_INVALID", { lastEventId: "next" }, secret],
])("a refusal in a stream is the envelope: %s", async (code, input, bearer) => {
  const events = await (await open(input, bearer)).all();
  expect(refusalIn(events)).toBe(code);
  expect(JSON.stringify(events)).toContain('"requestId"');
});

/** What comes behind "connected". */
async function firstOf(stream: Awaited<ReturnType<typeof open>>): Promise<Heard | "over"> {
  await stream.next();
  return stream.next();
}

test("one account has ten streams, and whoever hangs up makes room", async () => {
  const ten = await Promise.all(Array.from({ length: 10 }, () => open()));
  for (const stream of ten) expect(await firstOf(stream)).toMatchObject({ id: "1" });
  expect(refusalIn(await (await open()).all())).toBe("STREAMS_FULL");

  ten.pop()?.hangUp();
  await expect
    .poll(async () => {
      const stream = await open();
      ten.push(stream);
      return firstOf(stream);
    })
    .toMatchObject({ id: "1" });
  for (const stream of ten) stream.hangUp();
});

test("when the process goes down its streams end, and nobody waits for them", async () => {
  const streams = createStreams(10);
  const leaving = await startHttp({ streams, ctxFor: unlimited });
  const stream = await open(undefined, secret, leaving.address);
  expect(await firstOf(stream)).toMatchObject({ id: "1" });
  streams.endAll();
  const started = performance.now();
  await leaving.stop(7000);
  expect(performance.now() - started).toBeLessThan(2000);
  expect((await stream.all()).at(-1)).toMatchObject({ event: "return" });
});
