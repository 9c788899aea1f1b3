import type { AppRouter } from "@muejam/server/router";
import { createTRPCClient, type TRPCLink } from "@trpc/client";
import { expect, test } from "vitest";
import { isOfNetwork } from "./errors.ts";
import { laterLink } from "./later-link.ts";
import { linkAs } from "./links.ts";
import { nobody } from "./session.ts";

const asks = (load: () => Promise<TRPCLink<AppRouter>>) => createTRPCClient<AppRouter>({ links: [laterLink(load)] });

test("what asks is sent for once, by the first call", async () => {
  let count = 0;
  const client = asks(async () => {
    count += 1;
    return linkAs(nobody);
  });
  expect(count).toBe(0);
  await Promise.allSettled([client.status.now.query(), client.status.now.query()]);
  await client.status.now.query().catch(() => undefined);
  expect(count).toBe(1);
});

test("a call that it does not come for has failed as without a network; the next one sends for it again", async () => {
  let count = 0;
  const client = asks(() => {
    count += 1;
    return Promise.reject(new TypeError("Failed to fetch dynamically imported module"));
  });
  const fault: unknown = await client.status.now.query().catch((error: unknown) => error);
  expect(isOfNetwork(fault)).toBe(true);
  await expect(client.status.now.query()).rejects.toThrow("dynamically imported");
  expect(count).toBe(2);
});

test("what is called off before it has come is never asked", async () => {
  const gate = Promise.withResolvers<TRPCLink<AppRouter>>();
  const asked: string[] = [];
  const call = { id: 1, type: "query", path: "status.now", input: undefined, context: {}, signal: null } as const;
  const noLinkBehind = (): never => expect.unreachable();
  laterLink(() => gate.promise)({})({ op: call, next: noLinkBehind })
    .subscribe({})
    .unsubscribe();
  gate.resolve(() => ({ op, next }) => {
    asked.push(op.path);
    return next(op);
  });
  await new Promise(setImmediate);
  expect(asked).toEqual([]);
});
