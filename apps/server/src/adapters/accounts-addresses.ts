import type { Accounts } from "../kernel/accounts.ts";

/** In one condition, so that of two moves at once only the first finds the address that it starts from. */
export const moveAddress: Accounts["moveAddress"] = async (db, { subject, from, to }) => {
  await db.$executeRaw`DELETE FROM auth."user" WHERE email = ${to} AND NOT email_verified AND id <> ${subject}::uuid`;
  const moved = await db.$executeRaw`
    UPDATE auth."user" SET email = ${to}, email_verified = true, updated_at = now()
    WHERE id = ${subject}::uuid AND email = ${from}
      AND NOT EXISTS (SELECT FROM auth."user" AS other WHERE other.email = ${to} AND other.id <> ${subject}::uuid)`;
  return moved === 1;
};
