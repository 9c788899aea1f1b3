import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { webhookSecret } from "../test/fake-resend.ts";
import { type Garbage, garbage } from "../test/garbage.ts";
import { startMain } from "../test/main-process.ts";
import { quantilesOf } from "../test/quantiles.ts";
import { readAnswer, sendRaw } from "../test/tcp.ts";

const main = await startMain({
  TRUSTED_PROXIES: "127.0.0.1",
  EMBEDDED: "postgres",
  RESEND_WEBHOOK_SECRET: webhookSecret,
  LOG_LEVEL: "info",
});
afterAll(() => main.stop());

const atOnce = 8;
const leak =
  /node_modules|node:internal|\.ts:\d|\bat \w+ \(|select .* from|insert into|prisma|postgres(ql)?:\/\/|\/src\//i;
const intended = /"code":"(OVERLOADED|TIMED_OUT)"/;

test("raw garbage at the process itself", { timeout: 900_000 }, async () => {
  // As many again first: what code and connections need once is not growth.
  await sendAll(fc.sample(garbage, { numRuns: 10_000 }));
  const before = await main.memory();
  const sent = await sendAll(fc.sample(garbage, { numRuns: 10_000 }));
  const after = await main.memory();
  tell(sent);
  const growth = { resident: after.rss / before.rss - 1, heap: after.heapUsed / before.heapUsed - 1 };
  process.stdout.write(
    `resident ${mb(before.rss)} to ${mb(after.rss)} MB, heap ${mb(before.heapUsed)} to ${mb(after.heapUsed)} MB\n`,
  );

  expect(sent.flatMap(({ faults }) => faults)).toEqual([]);
  expect(main.faults).toEqual([]);
  // Where the machine stood still, the same is quick the next time; what holds the process up does it again.
  const again = await sendAll(sent.filter(isSlow).map(({ garbage }) => garbage));
  expect(again.filter(isSlow).map(({ garbage, ms }) => [garbage, ms])).toEqual([]);
  expect(growth.resident).toBeLessThanOrEqual(0.1);
  expect(growth.heap).toBeLessThanOrEqual(0.1);
  expect((await fetch(`${main.address}/health/ready`)).status).toBe(200);
});

test("senders who never come to an end are cut, and nobody else waits", { timeout: 90_000 }, async () => {
  const post = "POST /api/auth/sign-in HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n";
  const heads = {
    headers: "GET / HTTP/1.1\r\nhost: a\r\nslow: ",
    body: `${post}content-length: 9999\r\n\r\n`,
    chunks: `${post}transfer-encoding: chunked\r\n\r\nfff\r\n`,
  };
  const waits = await Promise.all(
    Object.entries(heads).map(async ([part, head]) => {
      const started = performance.now();
      const drops = Array.from({ length: 400 }, () => "x");
      const answer = readAnswer(await sendRaw(main.address, [head, ...drops], { pauseMs: 100, isLeftOpen: true }));
      return { part, status: answer.status, seconds: Math.round((performance.now() - started) / 1000) };
    }),
  );
  process.stdout.write(`${JSON.stringify(waits)}\n`);
  for (const { part, status, seconds } of waits) {
    expect([part, status]).toEqual([part, 503]);
    expect(seconds).toBeLessThanOrEqual(part === "headers" ? 14 : 34);
  }
  expect(main.faults).toEqual([]);
});

type Sent = { garbage: Garbage; ms: number; answers: number; faults: string[] };

const isSlow = ({ ms }: Sent) => ms > 1000;

async function sendAll(inputs: readonly Garbage[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  const left = [...inputs];
  const lane = async () => {
    for (let next = left.pop(); next; next = left.pop()) sent.push(await send(next));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return sent;
}

async function send(garbage: Garbage): Promise<Sent> {
  const { kind, pieces } = garbage;
  const started = performance.now();
  const raw = await sendRaw(main.address, pieces);
  const ms = Math.round(performance.now() - started);
  const statuses = [...raw.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  const isFault = statuses.some((status) => status >= 500) && !intended.test(raw);
  const faults =
    isFault || leak.test(raw) ? [`${kind}: ${JSON.stringify(pieces).slice(0, 600)} -> ${raw.slice(0, 600)}`] : [];
  return { garbage, ms, answers: statuses.length, faults };
}

const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);

function tell(sent: readonly Sent[]): void {
  for (const [kind, group = []] of Object.entries(Object.groupBy(sent, ({ garbage }) => garbage.kind))) {
    const at = quantilesOf(group.map(({ ms }) => ms));
    const answers = group.reduce((sum, one) => sum + one.answers, 0);
    process.stdout.write(
      `${kind}: ${group.length} sent, ${answers} answers, p99 ${at(0.99)} ms, longest ${at(1)} ms\n`,
    );
  }
}
