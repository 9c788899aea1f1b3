import { expect, test } from "vitest";
import { createStreams } from "./streams.ts";

const refused = (code: string) => expect.objectContaining({ code });
const openAll = (streams: ReturnType<typeof createStreams>, who: string, count: number) =>
  Array.from({ length: count }, () => streams.open(who));

test("one holder has ten and no more, others still find room", () => {
  const streams = createStreams(100);
  const [first] = openAll(streams, "ada", 10);
  expect(() => streams.open("ada")).toThrow(refused("STREAMS_FULL"));
  streams.open("bede");
  first?.leave();
  first?.leave();
  streams.open("ada");
  expect(() => streams.open("ada")).toThrow(refused("STREAMS_FULL"));
});

test("beyond the ceiling everybody is refused", () => {
  const streams = createStreams(3);
  openAll(streams, "ada", 2);
  const last = streams.open("bede");
  expect(() => streams.open("cleo")).toThrow(refused("OVERLOADED"));
  last.leave();
  streams.open("cleo");
});

test("all end together, and what is opened afterwards at once", () => {
  const streams = createStreams(100);
  const [one, other] = openAll(streams, "ada", 2);
  one?.end();
  expect([one, other].map((stream) => stream?.signal.aborted)).toEqual([true, false]);
  streams.endAll();
  expect(other?.signal.aborted).toBe(true);
  expect(streams.open("bede").signal.aborted).toBe(true);
});
