import { resolvePerson } from "../domains/account/account.people.service.ts";
import type { Member } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { transact } from "../kernel/transact.ts";
import { idOf, type SeedPerson } from "./library.ts";

/** They exist on somebody's own machine only, where the banner names them: their password is public. */
const demoPassword = "lantern-paper-harbor";
export const adminEmail = "admin@muejam.test";
const emails: Readonly<Record<string, string>> = {
  iris_okafor: "reader@muejam.test",
  tamsin_vale: "author@muejam.test",
  noor_haddad: "moderator@muejam.test",
  wren_castellane: adminEmail,
};

export const staff: SeedPerson[] = [
  { handle: "wren_castellane", displayName: "Wren Castellane", bio: "", interests: ["science-fiction", "historical"] },
  { handle: "noor_haddad", displayName: "Noor Haddad", bio: "", interests: ["mystery", "literary"] },
];

/** Whoever has no demo account can be read and followed, and nobody can sign in as them. */
export async function bringIn(ctx: Ctx, handle: string): Promise<Member> {
  const email = emails[handle];
  const identity = {
    issuer: "built-in" as const,
    subject: email ? await openSignIn(ctx, email) : idOf(`people/${handle}`),
    sessionId: idOf(`sessions/${handle}`),
    email: email ?? `${handle}@muejam.test`,
    isEmailVerified: true,
    issuedAt: ctx.now(),
    provenAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + 300_000),
  };
  return resolvePerson(ctx, identity, undefined);
}

async function openSignIn(ctx: Ctx, email: string): Promise<string> {
  const known = await ctx.accounts.findByEmail(ctx.db, email);
  if (known) return known.subject;
  const passwordHash = await ctx.accounts.passwords.hash(demoPassword);
  return transact(ctx, async (tx) => {
    const { subject } = await ctx.accounts.create(tx.db, { email, passwordHash });
    await ctx.accounts.confirmEmail(tx.db, subject);
    return subject;
  });
}
