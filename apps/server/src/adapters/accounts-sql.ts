import type { Db } from "@muejam/db";
import type { CleanedWhere } from "better-auth/adapters";

export type Row = Record<string, unknown>;

/** One statement on one of better-auth's tables, in their own schema and in the database's spelling. */
export function accountsSql(db: () => Db) {
  const run = async (text: string, values: unknown[]): Promise<Row[]> => {
    const rows = await db().$queryRawUnsafe<Row[]>(text, ...values);
    return rows.map(toCamel);
  };
  return {
    insert(model: string, data: Row): Promise<Row[]> {
      const fields = Object.keys(data);
      const places = fields.map((_, index) => `$${index + 1}`);
      const text = `INSERT INTO ${table(model)} (${fields.map(column).join(", ")}) VALUES (${places.join(", ")}) RETURNING *`;
      return run(text, Object.values(data));
    },
    select(model: string, where: readonly CleanedWhere[], tail: Tail = {}): Promise<Row[]> {
      const { text, values } = condition(where);
      const order = tail.sortBy
        ? ` ORDER BY ${column(tail.sortBy.field)} ${tail.sortBy.direction === "desc" ? "DESC" : "ASC"}`
        : "";
      const limits = `${number(" LIMIT ", tail.limit)}${number(" OFFSET ", tail.offset)}`;
      return run(`SELECT * FROM ${table(model)} WHERE ${text}${order}${limits}`, values);
    },
    async count(model: string, where: readonly CleanedWhere[]): Promise<number> {
      const { text, values } = condition(where);
      const [row] = await run(`SELECT count(*)::int AS count FROM ${table(model)} WHERE ${text}`, values);
      return Number(row?.["count"] ?? 0);
    },
    /** `one` changes a single row, whatever else the condition fits. */
    update(model: string, where: readonly CleanedWhere[], { set, one }: { set: Row; one: boolean }): Promise<Row[]> {
      const { text, values } = condition(where);
      const fields = Object.keys(set);
      const sets = fields.map((field, index) => `${column(field)} = $${values.length + index + 1}`);
      const which = one ? only(model, text) : text;
      return run(`UPDATE ${table(model)} SET ${sets.join(", ")} WHERE ${which} RETURNING *`, [
        ...values,
        ...Object.values(set),
      ]);
    },
    remove(model: string, where: readonly CleanedWhere[], { one }: { one: boolean }): Promise<Row[]> {
      const { text, values } = condition(where);
      return run(`DELETE FROM ${table(model)} WHERE ${one ? only(model, text) : text} RETURNING *`, values);
    },
  };
}

type Tail = {
  limit?: number | undefined;
  offset?: number | undefined;
  sortBy?: { field: string; direction: "asc" | "desc" } | undefined;
};

const comparisons: Record<string, string> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };

/** What we have not needed is refused rather than guessed. */
function condition(where: readonly CleanedWhere[]): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const parts = where.map(({ field, operator = "eq", value, connector }) => {
    if (connector !== "AND") throw new Error("The accounts' store knows no OR.");
    const name = column(field);
    if (operator === "eq") return value === null ? `${name} IS NULL` : `${name} = ${put(value)}`;
    if (operator === "ne") return value === null ? `${name} IS NOT NULL` : `${name} <> ${put(value)}`;
    if (operator === "in" && Array.isArray(value))
      return value.length === 0 ? "false" : `${name} IN (${value.map(put).join(", ")})`;
    const sign = comparisons[operator];
    if (!sign) throw new Error(`The accounts' store knows no operator ${operator}.`);
    return `${name} ${sign} ${put(value)}`;
  });
  return { text: parts.length === 0 ? "true" : parts.join(" AND "), values };
}

const only = (model: string, text: string) =>
  `ctid = (SELECT ctid FROM ${table(model)} WHERE ${text} LIMIT 1 FOR UPDATE)`;
const table = (model: string) => `auth.${quoted(model)}`;
const column = (field: string) => quoted(field);
const number = (word: string, value: number | undefined) => (value === undefined ? "" : `${word}${Math.trunc(value)}`);

export const toSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Names come from better-auth's schema, never from a request; this only makes sure of it. */
function quoted(name: string): string {
  const snake = toSnake(name);
  if (!/^[a-z_]+$/.test(snake)) throw new Error(`"${name}" is no name of a table or column.`);
  return `"${snake}"`;
}

const toCamel = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
