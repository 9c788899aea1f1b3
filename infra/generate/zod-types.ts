import type { z } from "zod";

type Schema = z.core.$ZodTypes;
type Side = "input" | "output";
const otherName: Record<Side, string> = { input: "Given", output: "Filled" };

/** What zod schemas are in TypeScript: `print` answers with a type, `aliases` are the named types it needs. */
export function createPrinter(nameOf: (schema: z.core.$ZodType) => string | undefined) {
  const aliases = new Map<string, string>();

  const print = (schema: z.core.$ZodType, side: Side): string => {
    const name = nameOf(schema);
    const text = structure(schema as Schema, (inner) => print(inner, side), side);
    if (name === undefined) return text;
    // A schema that fills in what was left out is two types; the first that is met has the name.
    const free = (aliases.get(name) ?? text) === text ? name : `${name}${otherName[side]}`;
    aliases.set(free, text);
    return free;
  };

  return { print, aliases };
}

function structure(schema: Schema, print: (inner: z.core.$ZodType) => string, side: Side): string {
  const { def } = schema._zod;
  switch (def.type) {
    case "string":
    case "number":
    case "boolean":
    case "unknown":
    case "null":
    case "void":
      return def.type;
    case "enum":
      return Object.values(def.entries).map(quote).join(" | ");
    case "literal":
      return def.values.map(quote).join(" | ");
    case "array":
      return `${bracket(print(def.element))}[]`;
    case "object":
      return object(def, print, side);
    case "record":
      return `Record<${print(def.keyType)}, ${print(def.valueType)}>`;
    case "union":
      return def.options.map(print).join(" | ");
    case "nullable":
      return `${print(def.innerType)} | null`;
    case "optional":
      return `${print(def.innerType)} | undefined`;
    case "default":
      return side === "input" ? `${print(def.innerType)} | undefined` : print(def.innerType);
    case "pipe":
      return print(side === "input" ? def.in : def.out);
    default:
      throw new Error(`A contract holds a ${def.type}, which the client's types cannot say yet.`);
  }
}

function object(def: z.core.$ZodObjectDef, print: (inner: z.core.$ZodType) => string, side: Side): string {
  const fields = Object.entries(def.shape).map(([name, field]) => {
    const isOptional = (side === "input" ? field._zod.optin : field._zod.optout) !== undefined;
    return `${quoteName(name)}${isOptional ? "?" : ""}: ${print(field)}`;
  });
  const rest = def.catchall?._zod.def.type === "unknown" ? ["[key: string]: unknown"] : [];
  return `{ ${[...fields, ...rest].join("; ")} }`;
}

const quote = (value: unknown): string => JSON.stringify(value);
const quoteName = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : quote(name));
const bracket = (type: string): string => (/ [|] /.test(type) ? `(${type})` : type);
