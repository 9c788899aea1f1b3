import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";

type Schema = z.core.JSONSchema.BaseSchema;

/** Inputs that a schema accepts, drawn from the schema itself, so that a new procedure is fuzzed on birth. */
export const fittingInput = (schema: z.ZodType): Arbitrary<unknown> =>
  fromSchema(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })).filter(
    (input) => schema.safeParse(input).success,
  );

/** A fitting input with something hostile in one place, or something hostile as a whole. */
export const hostileInput = (fitting: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fitting, hostileValue, fc.nat()).map(([input, evil, at]) => spoil(input, evil, at)),
    },
    { weight: 1, arbitrary: hostileValue },
  );

const deep = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);

const hostileValue: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    "\0",
    "\ud800",
    "‮evil",
    "' OR 1=1 --",
    "${7*7}",
    "../../etc/passwd",
    "<script>alert(1)</script>",
  ),
  fc.constantFrom<unknown>(-1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, "1e309", true, [], {}),
  fc.constantFrom<unknown>(
    "x".repeat(100_000),
    Array.from({ length: 5000 }, () => 1),
    deep(300),
  ),
  fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}')),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.jsonValue({ maxDepth: 3 }),
);

function spoil(input: unknown, evil: unknown, at: number): unknown {
  if (typeof input !== "object" || input === null) return evil;
  const keys = [...Object.keys(input), "extra"];
  return { ...input, [keys[at % keys.length] ?? "extra"]: evil };
}

function fromSchema(schema: Schema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(fromSchema));
  switch (schema.type) {
    case "object":
      return fromObject(schema);
    case "array":
      return fromArray(schema);
    case "string":
      return fromString(schema);
    case "integer":
      return fc.integer({ min: clamp(schema.minimum, -(2 ** 31)), max: clamp(schema.maximum, 2 ** 31 - 1) });
    case "number":
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function fromArray({ items, minItems = 0, maxItems = 10, uniqueItems }: Schema): Arbitrary<unknown> {
  const item = fromSchema(items && !Array.isArray(items) && items !== true ? items : {});
  const length = { minLength: minItems, maxLength: Math.min(maxItems, 10) };
  return uniqueItems ? fc.uniqueArray(item, length) : fc.array(item, length);
}

function fromObject({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, fromSchema(typeof part === "boolean" ? {} : part)]),
  );
  return fc.record(parts, { requiredKeys: required.filter((name) => name in parts) });
}

const [min, max] = [new Date("1930-01-01"), new Date("2026-01-01")];

function fromString({ format, pattern, minLength = 0, maxLength = 1000 }: Schema): Arbitrary<unknown> {
  if (format === "uuid") return pattern?.includes("-7[") ? fc.uuid({ version: 7 }) : fc.uuid();
  if (format === "email") return fc.emailAddress();
  if (format === "uri") return fc.webUrl();
  if (format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  // Days that somebody who is alive has seen.
  if (format === "date")
    return fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const units = ["grapheme", "grapheme-composite", "binary-ascii"] as const;
  return fc.oneof(...units.map((unit) => fc.string({ unit, minLength, maxLength: Math.min(maxLength, 600) })));
}

const clamp = (bound: number | undefined, otherwise: number) =>
  bound === undefined || Math.abs(bound) > 2 ** 31 ? otherwise : bound;
