import { createHash } from "node:crypto";
import { z } from "zod";

const shapes = new WeakMap<z.core.$ZodType, string>();

/** The schema's shape is in the key, so that a release never reads what another one wrote differently. */
export function cacheKey(entry: { key: string; schema: z.core.$ZodType }, stamp: string): string {
  return `${entry.key}|${shapeOf(entry.schema)}|${stamp}`;
}

/** `Card.nullable()` written at the call is a new schema each time, so wrappers lean on what they wrap. */
export function shapeOf(schema: z.core.$ZodType): string {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = wrappedShapeOf(schema) ?? hash(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" })));
  shapes.set(schema, shape);
  return shape;
}

function wrappedShapeOf(schema: z.core.$ZodType): string | null {
  if (schema instanceof z.core.$ZodNullable) return `${shapeOf(schema._zod.def.innerType)}?`;
  if (schema instanceof z.core.$ZodArray && !schema._zod.def.checks?.length) {
    return `${shapeOf(schema._zod.def.element)}*`;
  }
  return null;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 10);
