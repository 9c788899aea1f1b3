import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { readEvents } from "../../test/events.ts";
import { as, ctxOf, make } from "../../test/harness.ts";
import { variables } from "../../test/variables.ts";

const count = process.env["MUEJAM_DEEP"] ? 1000 : 120;
const { db } = ctxOf(make.system());
const children: ChildProcess[] = [];
afterEach(() => children.forEach((child) => child.kill("SIGKILL")));

async function startWorker(): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(join(import.meta.dirname, "../../test/live-worker.ts"), {
    env: { PATH: process.env["PATH"], LOG_LEVEL: "error", ...variables() },
  });
  children.push(child);
  const [address]: unknown[] = await once(child, "message");
  return { child, address: z.string().parse(address) };
}

/** Without an address, so that any process can read who this is. */
const reader = await make.person({ email: null, isEmailVerified: false });
const { secret } = await as(reader).account.createKey({ name: "news", scopes: ["read"] });
const { profileId } = reader;
const { profileId: actorId } = await make.person({ email: null, isEmailVerified: false });

/** Resolves when the stream is cut. */
async function listen(address: string, heard: number[]): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ lastEventId: String(heard.at(-1) ?? 0) }));
  const headers = { authorization: `Bearer ${secret}` };
  const response = await fetch(`${address}/trpc/notification.live?input=${input}`, { headers });
  try {
    for await (const { event, id } of readEvents(response)) if (event === "message") heard.push(Number(id));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

const keys = Array.from({ length: count }, (_, index) => `drill:${index}`);
async function keysLeft(): Promise<string[]> {
  const told = await db.notification.findMany({ where: { profileId }, select: { key: true } });
  return keys.filter((key) => !told.some((one) => one.key === key));
}

test(`${count} things told at once by a process that is killed twice: each is heard once, in order`, async () => {
  const heard: number[] = [];
  const left: number[] = [];
  for (const share of [0.3, 0.6, 1]) {
    const { child, address } = await startWorker();
    const over = listen(address, heard);
    child.send({ profileId, actorId, keys: await keysLeft() });
    await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(count * share), {
      timeout: 100_000,
      interval: 5,
    });
    child.kill("SIGKILL");
    await over;
    left.push((await keysLeft()).length);
  }
  const told = await db.notification.findMany({ where: { profileId }, orderBy: { seq: "asc" }, select: { seq: true } });
  expect(left.map((some) => some > 0)).toEqual([true, true, false]);
  expect(told).toHaveLength(count);
  expect(heard).toEqual(told.map(({ seq }) => Number(seq)));
}, 120_000);
