import { type ByProvider, type ProviderLinked, type ProviderList, ProviderName } from "@muejam/contracts/provider";
import { providerTitles } from "@muejam/contracts/provider-titles";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity } from "../../kernel/identity.ts";
import { sendMail } from "../../kernel/mail.ts";
import type { ProviderPerson } from "../../kernel/providers.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { assertLive } from "./account.ending.service.ts";
import { assertLinkFree, assertProvenThere } from "./account.providers.policy.ts";
import { lockIdentity } from "./account.repo.ts";
import { noteOf } from "./account.safety.service.ts";
import { assertWayLeft, proveSelf } from "./account.ways.service.ts";

/** What is offered, and what is connected though it is offered no more. */
export async function listProviders(ctx: Ctx, identity: Identity): Promise<ProviderList> {
  await assertLive(ctx, identity);
  const { accounts, db } = ctx;
  const links = await accounts.listLinks(db, identity.subject);
  const linkedAt = (name: ProviderName) => links.find(({ provider }) => provider === name)?.linkedAt ?? null;
  const shown = ProviderName.options.map((provider) => ({
    provider,
    isOffered: accounts.providers.offered.includes(provider),
    linkedAt: linkedAt(provider)?.toISOString() ?? null,
  }));
  return {
    providers: shown.filter((one) => one.isOffered || one.linkedAt !== null),
  };
}

type Linking = { subject: string; provider: ProviderName; found: ProviderPerson };

export async function linkProvider(ctx: Ctx, tx: Tx, { subject, provider, found }: Linking): Promise<ProviderLinked> {
  assertProvenThere(found);
  assertLinkFree(await ctx.accounts.link(tx.db, { subject, provider, accountId: found.subject }));
  await tell(ctx, tx, { subject, act: "linked", provider });
  return { isLinked: true };
}

export async function unlinkProvider(ctx: Ctx, identity: Identity, { provider }: ByProvider): Promise<void> {
  const { subject } = await proveSelf(ctx, identity);
  await transact(ctx, async (tx) => {
    // Of two who each remove one, the second sees what the first has left.
    await lockIdentity(tx.db, { issuer: "built-in", subject });
    if (!(await ctx.accounts.unlink(tx.db, { subject, provider }))) throw new AppError("NOT_FOUND");
    await assertWayLeft(ctx, tx, subject);
    await tell(ctx, tx, { subject, act: "unlinked", provider });
    return null;
  });
}

type Happened = { subject: string; act: "linked" | "unlinked"; provider: ProviderName };

async function tell(ctx: Ctx, tx: Tx, { subject, act, provider }: Happened): Promise<void> {
  await noteOf(tx, { issuer: "built-in", subject }, { kind: `provider_${act}`, detail: { provider } });
  tx.audit({ act: `provider.${act}`, subject: `identity:built-in:${subject}`, detail: { provider } });
  const email = (await ctx.accounts.find(tx.db, subject))?.email;
  if (!email) return;
  const at = tx.now.toISOString();
  await sendMail(tx, {
    template: "provider-changed",
    props: { link: `${ctx.publicUrl}/settings/security`, at, act, provider: providerTitles[provider] },
    to: email,
    key: `provider-changed:${subject}:${ctx.requestId}`,
    reason: "security",
  });
}
