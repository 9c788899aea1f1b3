import { ProviderName } from "@muejam/contracts/provider";
import type { Accounts } from "../kernel/accounts.ts";
import type { Person } from "../kernel/identity.ts";
import { randomId } from "../kernel/ids.ts";

type Links = Pick<Accounts, "createProven" | "findLinked" | "listLinks" | "link" | "unlink" | "unlinkSince">;

/** Which of a provider's people sign in to which of ours. None of a provider's tokens is kept: nothing is asked there again. */
export const accountsLinks: Links = {
  async createProven(db, email) {
    await db.$executeRaw`DELETE FROM auth."user" WHERE email = ${email} AND NOT email_verified`;
    const [person] = await db.$queryRaw<Person[]>`
      INSERT INTO auth."user" (id, name, email, email_verified, created_at, updated_at)
      VALUES (${randomId()}::uuid, '', ${email}, true, now(), now())
      ON CONFLICT (email) DO NOTHING
      RETURNING id AS subject, email, email_verified AS "isEmailVerified"`;
    return person ?? null;
  },

  async findLinked(db, { provider, accountId }) {
    const [person] = await db.$queryRaw<Person[]>`
      SELECT person.id AS subject, person.email, person.email_verified AS "isEmailVerified"
      FROM auth.account AS link JOIN auth."user" AS person ON person.id = link.user_id
      WHERE link.provider_id = ${provider} AND link.account_id = ${accountId}`;
    return person ?? null;
  },

  listLinks: (db, subject) => db.$queryRaw`
    SELECT provider_id AS provider, created_at AS "linkedAt" FROM auth.account
    WHERE user_id = ${subject}::uuid AND provider_id = ANY(${ProviderName.options}) ORDER BY provider_id`,

  async link(db, { subject, provider, accountId }) {
    const rows = await db.$executeRaw`
      INSERT INTO auth.account (id, user_id, provider_id, account_id, created_at, updated_at)
      VALUES (${randomId()}::uuid, ${subject}::uuid, ${provider}, ${accountId}, now(), now())
      ON CONFLICT DO NOTHING`;
    return rows === 1;
  },

  async unlink(db, { subject, provider }) {
    return (
      (await db.$executeRaw`
      DELETE FROM auth.account WHERE user_id = ${subject}::uuid AND provider_id = ${provider}`) === 1
    );
  },

  async unlinkSince(db, subject, since) {
    await db.$executeRaw`
      DELETE FROM auth.account
      WHERE user_id = ${subject}::uuid AND provider_id = ANY(${ProviderName.options}) AND created_at >= ${since}`;
  },
};
