import { expect, test } from "vitest";
import { createMuejam, type ListenState, type Told } from "./client.ts";
import { cut, refuse, refusedStream, startWire, stream } from "./test/wire-server.ts";

const hint = (id: string) => ({ id, data: { kind: "new-follower" } });

/** Listens until so many came, and tells them. */
async function hear<Event>(stream: AsyncIterable<Told<Event>>, count: number): Promise<Told<Event>[]> {
  const heard: Told<Event>[] = [];
  for await (const told of stream) {
    heard.push(told);
    if (heard.length === count) break;
  }
  return heard;
}

test("goes on behind the last that came, over whatever happens to the line", async () => {
  const busy = refuse("OVERLOADED", { status: 503, headers: { "retry-after": "0" } });
  const { url, asked } = await startWire(stream([hint("4"), hint("5")], "cut"), busy, stream([hint("6")]));
  const states: ListenState[] = [];
  const muejam = createMuejam({ url, apiKey: "mj_secret" });
  const live = muejam.notification.live.listen({ lastEventId: "3" }, { onState: (state) => states.push(state) });
  expect(await hear(live, 3)).toEqual([hint("4"), hint("5"), hint("6")]);
  expect(asked.map(({ inputs }) => inputs)).toEqual(["3", "5", "5"].map((lastEventId) => [{ lastEventId }]));
  for (const { headers, url: address } of asked) {
    expect(headers).toMatchObject({ authorization: "Bearer mj_secret", accept: "text/event-stream" });
    expect(address).not.toContain("mj_");
  }
  const opened = ["connecting", "live"];
  expect(states).toEqual([...opened, "waiting", "connecting", "waiting", ...opened]);
});

test.each([
  ["the network is gone", cut],
  ["too many streams are open", refusedStream("STREAMS_FULL")],
  ["MueJam has a bug", refusedStream("INTERNAL")],
])("waits while %s", async (_, refusal) => {
  const { url, asked } = await startWire(refusal, stream([hint("1")]));
  expect(await hear(createMuejam({ url }).notification.live.listen({}), 1)).toEqual([hint("1")]);
  expect(asked).toHaveLength(2);
});

test.each([
  ["on the way in", refuse("KEY_INVALID", { status: 401 })],
  ["in the stream", refusedStream("KEY_INVALID")],
])("a lasting refusal %s ends it", async (_, refusal) => {
  const { url, asked } = await startWire(refusal);
  const live = createMuejam({ url, apiKey: "mj_x" }).notification.live.listen({});
  await expect(hear(live, 1)).rejects.toMatchObject({ name: "MuejamError", code: "KEY_INVALID", status: 401 });
  expect(asked).toHaveLength(1);
});

test("a refused token is replaced at once", async () => {
  const { url, asked } = await startWire(refusedStream("TOKEN_INVALID"), stream([hint("1")]));
  const muejam = createMuejam({ url, getToken: (refused) => (refused === "old" ? "new" : "old") });
  expect(await hear(muejam.notification.live.listen({}), 1)).toEqual([hint("1")]);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer old", "Bearer new"]);
});

test("ends with its signal, and hangs up", async () => {
  const { url } = await startWire(stream([hint("1")]));
  const over = new AbortController();
  const live = createMuejam({ url }).notification.live.listen({}, { signal: over.signal });
  expect(await live.next()).toEqual({ done: false, value: hint("1") });
  const next = live.next();
  over.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});
