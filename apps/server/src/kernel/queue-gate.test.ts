import { expect, test } from "vitest";
import { createQueueGate } from "./queue-gate.ts";

function manual() {
  const open: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const work = async (): Promise<string> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => open.push(resolve));
    running -= 1;
    return "done";
  };
  return { work, most: () => most, finishOne: () => open.shift()?.() };
}

test("two at once, twenty in line, the next is refused at once", async () => {
  const gate = createQueueGate({ atOnce: 2, queue: 20, retryAfterSeconds: 3 });
  const { work, most, finishOne } = manual();
  const accepted = Array.from({ length: 22 }, () => gate.run(work));
  await expect(gate.run(work)).rejects.toMatchObject({ code: "OVERLOADED", params: { retryAfterSeconds: 3 } });
  expect([gate.inside, gate.waiting]).toEqual([2, 20]);

  let finished = 0;
  void Promise.all(accepted.map((one) => one.then(() => (finished += 1))));
  await expect
    .poll(
      () => {
        finishOne();
        return finished;
      },
      { interval: 1 },
    )
    .toBe(22);
  expect(most()).toBe(2);
  expect([gate.inside, gate.waiting]).toEqual([0, 0]);
});

test("those in line come in the order in which they came", async () => {
  const gate = createQueueGate({ atOnce: 1, queue: 5, retryAfterSeconds: 1 });
  const order: number[] = [];
  await Promise.all([1, 2, 3, 4].map((n) => gate.run(async () => void order.push(n))));
  expect(order).toEqual([1, 2, 3, 4]);
});

test("whoever fails leaves the place to the next", async () => {
  const gate = createQueueGate({ atOnce: 1, queue: 5, retryAfterSeconds: 1 });
  const failed = gate.run(() => Promise.reject(new Error("broken")));
  const next = gate.run(async () => "next");
  await expect(failed).rejects.toThrow("broken");
  expect(await next).toBe("next");
  expect(gate.inside).toBe(0);
});
