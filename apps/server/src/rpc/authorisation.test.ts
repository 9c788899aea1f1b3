import { ErrorEnvelope } from "@muejam/contracts/error";
import type { AnyProcedure } from "@trpc/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { refusals } from "../kernel/refusals.ts";
import { headersOf, inputs, openWorld } from "../test/doors.ts";
import { eventsOf, refusalIn } from "../test/events.ts";
import { as, ctxOf, make } from "../test/harness.ts";
import { post } from "../test/http.ts";
import { findGaps, procedures } from "./authorisation.ts";
import { routes } from "./authorisation-routes.ts";
import { callers } from "./authorisation-rows.ts";
import { appRouter } from "./root.ts";

const world = await openWorld();
const { db } = ctxOf(make.system());
const kinds = new Map(
  Object.entries<unknown>(appRouter._def.procedures).map(([door, procedure]) => [door, kindOf(procedure)]),
);
const Refused = z.object({ error: z.union([z.object({ data: z.object({ app: ErrorEnvelope }) }), ErrorEnvelope]) });

function kindOf(procedure: unknown): string {
  const isProcedure = (value: unknown): value is AnyProcedure => typeof value === "function" && "_def" in value;
  if (!isProcedure(procedure)) throw new Error("The router holds something that is no procedure.");
  return procedure._def.type;
}

/** All that anybody was told here. */
const said: string[] = [];

async function answerOf(path: string, init: RequestInit, ask = world.request): Promise<string> {
  const response = await ask(path, init);
  const text = await response.text();
  said.push(text, JSON.stringify([...response.headers]));
  // A stream has begun before it is refused.
  if (response.ok) return refusalIn(eventsOf(text)) ?? "ok";
  if (!response.headers.get("content-type")?.includes("json")) return codeOfPage(text);
  const { error } = Refused.parse(JSON.parse(text));
  return "data" in error ? error.data.app.code : error.code;
}

/** A page for people says it in words. */
function codeOfPage(text: string): string {
  const found = Object.entries(refusals).find(([, { words }]) => text.includes(words({})));
  return found?.[0] ?? `a page without a reason: ${text.slice(0, 100)}`;
}

function call(door: string, input: unknown, bearer: string | null): Promise<string> {
  if (kinds.get(door) === "mutation") return answerOf(`/trpc/${door}`, post(input, headersOf(bearer)));
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return answerOf(`/trpc/${door}${query}`, { headers: headersOf(bearer) });
}

test("every procedure has a row and something to be called with, and every row a procedure", () => {
  const doors = [...kinds.keys()];
  expect(doors.length).toBeGreaterThan(10);
  expect(findGaps(doors, procedures)).toEqual([]);
  expect(findGaps(doors, inputs)).toEqual([]);
});

test("every route has a row, and every row a route", () => {
  const doors = [world.request, world.clerk].flatMap(({ routes: all }) =>
    all.map(({ method, path }) => `${method} ${path}`),
  );
  // Middleware of the whole edge is no door.
  expect(
    findGaps(
      doors.filter((door) => door !== "ALL /*"),
      routes,
    ),
  ).toEqual([]);
});

test("a door without a row, and a row without a door, are named", () => {
  expect(findGaps(["a.b", "c.d"], { "a.b": 1, "e.f": 1 })).toEqual(["c.d has no row", "e.f is no door"]);
});

for (const [door, { answers }] of Object.entries(procedures))
  test(`${door} answers to each as its row says`, async () => {
    const seen: Record<string, string> = {};
    for (const who of callers) {
      const input = await inputs[door]?.({ world, who });
      seen[who] = await call(door, input, world.bearers[who]);
    }
    expect(seen).toEqual(answers);
  });

const visited = Object.entries(routes).flatMap(([door, { path, ...rest }]) =>
  path === null ? [] : { door, path, ...rest },
);
for (const { door, path, body, row, issuer } of visited)
  test(`${door} answers to each as its row says`, async () => {
    const ask = issuer === "clerk" ? world.clerk : world.request;
    const seen: Record<string, string> = {};
    for (const who of callers) {
      const headers = headersOf(world.bearers[who]);
      const init = body ? post(body, headers) : { headers };
      seen[who] = await answerOf(path, init, ask);
    }
    expect(seen).toEqual(row.answers);
  });

const sensitive = Object.entries(procedures).flatMap(([door, row]) => (row.isSensitive ? [{ door, ...row }] : []));

test.each(sensitive)("$door refuses at once after the session was ended elsewhere", async ({ door }) => {
  const { token, identity } = await world.enter({}, ["administrator"]);
  const session = { issuer: identity.issuer, sessionId: identity.sessionId };
  await db.endedSession.createMany({
    data: [{ ...session, endedAt: new Date(), expiresAt: new Date(Date.now() + 1e6) }],
  });
  expect(await call("account.me", undefined, token)).toBe("ok");
  expect(await call(door, await inputs[door]?.({ world, who: "administrator" }), token)).toBe("SESSION_ENDED");
});

test.each(sensitive.filter(({ answers }) => answers.member === "FORBIDDEN"))(
  "$door refuses at once after a demotion",
  async ({ door }) => {
    const { token, member } = await world.enter({}, ["administrator"]);
    const input = () => inputs[door]?.({ world, who: "administrator" });
    expect(await call(door, await input(), token)).toBe("ok");
    const { profileId } = member;
    await as(world.administrator).account.endRole({ profileId, role: "administrator", purpose: "test:demotion" });
    expect(await call(door, await input(), token)).toBe("FORBIDDEN");
  },
);

test("nobody was told the id of any account", async () => {
  const accounts = await db.account.findMany({ select: { id: true } });
  const everything = said.join("\n");
  expect(said.length).toBeGreaterThan(200);
  expect(accounts.length).toBeGreaterThan(5);
  expect(accounts.filter(({ id }) => everything.includes(id) || everything.includes(id.replaceAll("-", "")))).toEqual(
    [],
  );
});
