import { type Db, Prisma } from "@muejam/db";
import type { AccountSession, Accounts } from "../kernel/accounts.ts";
import type { Person } from "../kernel/identity.ts";

type Sessions = Pick<
  Accounts,
  "prolongSession" | "proveSession" | "findSession" | "listSessions" | "endSessions" | "deleteExpired"
>;

/** What our own refresh does with better-auth's sessions, a statement each. */
export const accountsSessions: Sessions = {
  async prolongSession(db, id, { seenAt, expiresAt }) {
    const [row] = await db.$queryRaw<(Person & { provenAt: Date | null })[]>`
      UPDATE auth.session SET expires_at = ${expiresAt}, updated_at = ${seenAt}
      FROM auth."user" AS person
      WHERE session.id = ${id}::uuid AND person.id = session.user_id AND session.expires_at > ${seenAt}
      RETURNING person.id AS subject, person.email, person.email_verified AS "isEmailVerified",
        session.proven_at AS "provenAt"`;
    if (!row) return null;
    const { provenAt, ...person } = row;
    return { person, provenAt };
  },

  async proveSession(db, id, provenAt) {
    await db.$executeRaw`UPDATE auth.session SET proven_at = ${provenAt} WHERE id = ${id}::uuid`;
  },

  async findSession(db, id) {
    const [row] = await db.$queryRaw<{ subject: string; email: string; userAgent: string }[]>`
      SELECT person.id AS subject, person.email, coalesce(session.user_agent, '') AS "userAgent"
      FROM auth.session JOIN auth."user" AS person ON person.id = session.user_id
      WHERE session.id = ${id}::uuid`;
    return row ?? null;
  },

  listSessions: (db: Db, subject: string) => db.$queryRaw<AccountSession[]>`
    SELECT id, coalesce(user_agent, '') AS "userAgent", coalesce(ip_address, '') AS address,
      created_at AS "createdAt", updated_at AS "seenAt", expires_at AS "expiresAt"
    FROM auth.session
    WHERE user_id = ${subject}::uuid AND expires_at > now()
    ORDER BY updated_at DESC, id
    LIMIT 200`,

  async endSessions(db, ids) {
    if (ids.length === 0) return;
    await db.$executeRaw`DELETE FROM auth.session WHERE id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`;
  },

  async deleteExpired(db) {
    await db.$executeRaw`DELETE FROM auth.session WHERE expires_at < now()`;
    await db.$executeRaw`DELETE FROM auth.verification WHERE expires_at < now()`;
  },
};
