import { createRequire } from "node:module";

type Field = { name: string; dataTypeID: number };

/** The names of the "char" columns among the fields received since the last call. */
export function takeCharColumns(): ReadonlySet<string> {
  const taken = charColumns;
  charColumns = new Set();
  return taken;
}

// The adapter refuses three types of the system catalog: "char", "char"[] and name[]. They are all text on the wire.
const CHAR = 18;
const TEXT = 25;
const TEXT_ARRAY = 1009;
const READ_AS: Record<number, number> = { [CHAR]: TEXT, 1002: TEXT_ARRAY, 1003: TEXT_ARRAY };

let charColumns = new Set<string>();

// The driver's class for results is exported, but not typed.
const { Result }: { Result: { prototype: { addFields(fields: Field[]): void } } } = createRequire(import.meta.url)(
  "pg",
);
const { addFields } = Result.prototype;

Result.prototype.addFields = function addReadableFields(fields) {
  for (const field of fields) {
    if (field.dataTypeID === CHAR) charColumns.add(field.name);
    field.dataTypeID = READ_AS[field.dataTypeID] ?? field.dataTypeID;
  }
  addFields.call(this, fields);
};
