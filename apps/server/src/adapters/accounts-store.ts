import type { Db } from "@muejam/db";
import { type CustomAdapter, createAdapterFactory } from "better-auth/adapters";
import type { Seal } from "./accounts-seal.ts";
import { accountsSql, type Row } from "./accounts-sql.ts";

const nobody = "00000000-0000-0000-0000-000000000000";
const whole = { operator: "eq", connector: "AND", mode: "sensitive" } as const;

/** better-auth's way to its tables: through the application's own connections, or its transaction, and through the seal. */
export function accountsStore({ db, seal }: { db: () => Db; seal: Seal }) {
  const sql = accountsSql(db);
  const first = async <T>(model: string, rows: Promise<Row[]>): Promise<T | null> => {
    const [row] = await rows;
    // safe: the factory gives and takes rows of its own schema, which a test holds equal to the tables
    return row ? (seal.open(model, row) as T) : null;
  };
  const one = { one: true };

  const store: CustomAdapter = {
    async create({ model, data }) {
      const row = await first<typeof data>(model, sql.insert(model, seal.close(model, data)));
      if (!row) throw new Error(`No row of ${model} came back.`);
      return row;
    },
    async findOne<T>({ model, where }: Parameters<CustomAdapter["findOne"]>[0]) {
      const row = await first<T>(model, sql.select(model, seal.where(model, where), { limit: 1 }));
      // An address that nobody has must cost the statements of one that somebody has.
      if (!row && model === "user") await sql.select("account", [{ ...whole, field: "userId", value: nobody }]);
      return row;
    },
    async findMany<T>({ model, where = [], limit, offset, sortBy }: Parameters<CustomAdapter["findMany"]>[0]) {
      const rows = await sql.select(model, seal.where(model, where), { limit, offset, sortBy });
      return rows.map((row) => seal.open(model, row) as T);
    },
    update: ({ model, where, update }) =>
      first(
        model,
        sql.update(model, seal.where(model, where), {
          set: seal.close(model, Object.fromEntries(Object.entries(update ?? {}))),
          ...one,
        }),
      ),
    updateMany: async ({ model, where, update }) =>
      (await sql.update(model, seal.where(model, where), { set: seal.close(model, update), one: false })).length,
    delete: async ({ model, where }) => void (await sql.remove(model, seal.where(model, where), one)),
    deleteMany: async ({ model, where }) => (await sql.remove(model, seal.where(model, where), { one: false })).length,
    consumeOne: ({ model, where }) => first(model, sql.remove(model, seal.where(model, where), one)),
    count: ({ model, where = [] }) => sql.count(model, seal.where(model, where)),
  };
  return createAdapterFactory({ config: { adapterId: "muejam" }, adapter: () => store });
}
