import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "../rpc/root.ts";
import { fittingInput, hostileInput } from "./arbitrary-input.ts";
import { assail } from "./assail.ts";
import { openWorld } from "./doors.ts";
import { eventsOf, refusalIn } from "./events.ts";
import { unlimited } from "./http.ts";
import { limitless } from "./limitless.ts";

/** A test for each procedure. */
export function fuzzProcedures(inputsEach?: number): void {
  test.each(procedures)(
    "$name answers whatever it is sent, in time and without a leak",
    async ({ name, isWrite, schema }) => {
      let [sent, reached] = [0, 0];
      const fitting = schema ? fittingInput(schema) : fc.constant(undefined);
      const deep = '{"component":'.repeat(10_000) + "1" + "}".repeat(10_000);
      const input = fc.oneof(
        { weight: 60, arbitrary: fitting.map(toJson) },
        { weight: 39, arbitrary: hostileInput(fitting).map(toJson) },
        { weight: 1, arbitrary: fc.constantFrom(deep, "{", "[1,", '"\\ud800"', "nul") },
      );
      await assail(input, {
        ...(inputsEach && { inputsEach }),
        send: (text) => call(name, isWrite, text),
        see: (_text, answer) => {
          sent += 1;
          if (!stopped.includes(refusalOf(answer) ?? "")) reached += 1;
        },
      });
      process.stdout.write(`${name}: ${Math.round((100 * reached) / sent)} % of ${sent} inputs reached the service\n`);
      expect(reached / sent).toBeGreaterThanOrEqual(0.5);
    },
    600_000,
  );
}

// An administrator's token: what stops at a guard has fuzzed nothing but the guard.
const world = await openWorld({ ctxFor: unlimited, limits: limitless });
const authorization = `Bearer ${world.bearers.administrator}`;
const stopped = ["INPUT_INVALID", "SIGN_IN_REQUIRED", "TOKEN_INVALID", "PERSON_REQUIRED", "FORBIDDEN"];
const Answer = z.object({ error: z.object({ data: z.object({ app: z.object({ code: z.string() }) }) }).optional() });

const Procedure = z.object({ _def: z.object({ type: z.string(), inputs: z.array(z.instanceof(z.ZodType)) }) });
const procedures = Object.entries(appRouter._def.procedures).map(([name, procedure]) => {
  // A router's procedures are functions that carry their definition.
  const { type, inputs } = Procedure.parse({ ...procedure })._def;
  return { name, isWrite: type === "mutation", schema: inputs[0] };
});

/** A stream is refused in an event of its own. */
const refusalOf = (answer: string) =>
  answer.startsWith("event:") ? refusalIn(eventsOf(answer)) : Answer.parse(JSON.parse(answer)).error?.data.app.code;

function call(name: string, isWrite: boolean, input: string): Promise<Response> | Response {
  const path = `/trpc/${name}`;
  if (!isWrite && input.length < 8000)
    return world.request(input === "" ? path : `${path}?input=${encodeURIComponent(input)}`, {
      headers: { authorization },
    });
  const headers = { authorization, "content-type": "application/json", "idempotency-key": randomUUID() };
  return world.request(path, { method: "POST", headers, body: input });
}

const toJson = (value: unknown) => JSON.stringify(value) ?? "";
