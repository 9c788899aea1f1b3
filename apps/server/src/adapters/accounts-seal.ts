import type { CleanedWhere } from "better-auth/adapters";
import type { KeyRing } from "../kernel/keys.ts";
import type { Row } from "./accounts-sql.ts";

export type Seal = ReturnType<typeof createSeal>;

const encrypted: Record<string, readonly string[]> = {
  account: ["accessToken", "refreshToken", "idToken"],
  verification: ["value"],
};
const stamped: Record<string, string> = { session: "token", verification: "identifier" };

/**
 * What better-auth would store in the clear is stamped or encrypted on its way into the tables.
 * A session's token is made from its id by the key ring, so that it can be told again although no row holds it.
 */
export function createSeal(keys: KeyRing) {
  const sessionToken = (id: unknown) => `${String(id)}.${keys.mac("auth.session.token", String(id))}`;
  const stamp = (model: string, text: unknown) => keys.mac(`auth.${model}`, String(text));

  return {
    sessionToken,
    /** As it goes into the row. */
    close(model: string, data: Row): Row {
      const own = model === "session" && "id" in data ? { ...data, token: sessionToken(data["id"]) } : data;
      const field = stamped[model];
      return {
        ...own,
        ...(field !== undefined && own[field] !== undefined && { [field]: stamp(model, own[field]) }),
        ...mapped(own, encrypted[model], (text) => keys.encrypt("auth", text)),
      };
    },
    /** As better-auth wrote it. */
    open(model: string, row: Row): Row {
      return {
        ...row,
        ...(model === "session" && { token: sessionToken(row["id"]) }),
        ...mapped(row, encrypted[model], (sealed) => keys.decrypt("auth", sealed)),
      };
    },
    /** A condition on a secret becomes one on what its row holds. */
    where(model: string, where: readonly CleanedWhere[]): CleanedWhere[] {
      return where.map((part) => {
        if (encrypted[model]?.includes(part.field)) throw new Error(`Nobody can look for an encrypted ${part.field}.`);
        if (stamped[model] !== part.field) return part;
        const words = Array.isArray(part.value) ? part.value : [part.value];
        if (part.operator !== "eq" && part.operator !== "in")
          throw new Error(`A stamped ${part.field} can only be looked up whole.`);
        if (model === "session") return { ...part, field: "id", operator: "in", value: words.flatMap(sessionIds) };
        return { ...part, operator: "in", value: words.flatMap((word) => keys.macs(`auth.${model}`, String(word))) };
      });
    },
  };

  function sessionIds(token: unknown): string[] {
    const text = String(token);
    const id = text.slice(0, 36);
    return keys.hasMac("auth.session.token", id, text.slice(37)) && text[36] === "." ? [id] : [];
  }
}

function mapped(row: Row, fields: readonly string[] = [], change: (text: string) => string): Row {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = row[field];
      return typeof value === "string" ? [[field, change(value)]] : [];
    }),
  );
}
