import { randomBytes } from "node:crypto";
import {
  type ByProvider,
  type ProviderBegun,
  type ProviderLinked,
  ProviderName,
  type ProviderReturn,
} from "@muejam/contracts/provider";
import type { CodeAsked } from "@muejam/contracts/second-factor";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity, Person } from "../../kernel/identity.ts";
import type { ProviderPerson } from "../../kernel/providers.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { type Comer, type Entered, enter } from "./account.devices.service.ts";
import { assertLive } from "./account.ending.service.ts";
import { IdentityChanged } from "./account.events.ts";
import { assertOwnStep, assertStep } from "./account.factor.policy.ts";
import { findFactor } from "./account.factor.repo.ts";
import { limitLooking, limitPlace } from "./account.limits.service.ts";
import { assertAddressFree, assertLinkFree, assertOffered, assertProvenThere } from "./account.providers.policy.ts";
import { linkProvider } from "./account.providers.service.ts";
import { askCode } from "./account.sessions.service.ts";
import { proveSelf } from "./account.ways.service.ts";

const browserPurpose = "account.provider.browser";
const stepSeconds = 10 * 60;

/** `linkTo`: whose account it shall be connected to; null for whoever signs in. */
const AskedFor = z.object({
  provider: ProviderName,
  browser: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  linkTo: z.string().nullable(),
});
type AskedFor = z.infer<typeof AskedFor>;

/** `browser` is the word in a cookie, by which the one that comes back is known to be the one that went. */
type Begun = ProviderBegun & { browser: string };
type Asker = ByProvider & { browser: string | null };

export async function askProvider(ctx: Ctx, asker: Asker): Promise<Begun> {
  await limitLooking(ctx);
  return begin(ctx, asker, null);
}

/** The proof is asked for here: when the browser comes back, its token is a new one. */
export async function askToLink(ctx: Ctx, identity: Identity, asker: Asker): Promise<Begun> {
  const { subject } = await proveSelf(ctx, identity);
  return begin(ctx, asker, subject);
}

type Came = ProviderReturn & { browser: string | null; identity: Identity | null; comer: Comer };

/** What it leads to was decided when it was begun. A second factor is asked for as after a password. */
export async function returnFromProvider(ctx: Ctx, came: Came): Promise<Entered | CodeAsked | ProviderLinked> {
  await limitPlace(ctx);
  const { provider, state, code, identity, comer } = came;
  const asked = await readAsked(ctx, came);
  if (asked.linkTo !== null) await assertOwner(ctx, identity, asked.linkTo);
  // The provider is asked first and alone, for a transaction must not wait for somebody else's server.
  const found = await ctx.accounts.providers.read(provider, { code, ...asked });
  return transact(ctx, async (tx) => {
    assertStep(await ctx.accounts.useTicket(tx.db, "provider", state));
    if (asked.linkTo !== null) return linkProvider(ctx, tx, { subject: asked.linkTo, provider, found });
    const person = await findOrMake(ctx, tx, { provider, found });
    const { subject } = person;
    if (await findFactor(tx.db, subject)) return askCode(ctx, tx, { subject, provider });
    const sessionId = await ctx.accounts.openSession(tx.db, subject, comer);
    return enter(ctx, tx, { person, sessionId, comer });
  });
}

async function begin(ctx: Ctx, asker: Asker, linkTo: string | null): Promise<Begun> {
  const { provider, browser } = asker;
  const { providers } = ctx.accounts;
  assertOffered(providers.offered, provider);
  const word = browser ?? newWord();
  const [nonce, verifier] = [newWord(), newWord() + newWord()];
  const asked: AskedFor = { provider, browser: ctx.keys.mac(browserPurpose, word), nonce, verifier, linkTo };
  const ticket = { kind: "provider", value: JSON.stringify(asked), seconds: stepSeconds } as const;
  const state = await transact(ctx, (tx) => ctx.accounts.issueTicket(tx.db, ticket));
  return { url: providers.addressOf(provider, { state, nonce, verifier }), browser: word };
}

/** In another browser than it was begun in, at another provider, used or too old: all the same. */
async function readAsked(ctx: Ctx, { state, provider, browser }: Came): Promise<AskedFor> {
  const asked = AskedFor.parse(JSON.parse(assertStep(await ctx.accounts.readTicket(ctx.db, "provider", state))));
  const isSame = browser !== null && ctx.keys.hasMac(browserPurpose, browser, asked.browser);
  return assertStep(isSame && asked.provider === provider ? asked : null);
}

async function assertOwner(ctx: Ctx, identity: Identity | null, subject: string): Promise<void> {
  if (!identity) throw new AppError("SIGN_IN_REQUIRED");
  await assertLive(ctx, identity);
  assertOwnStep(identity, subject);
}

async function findOrMake(
  ctx: Ctx,
  tx: Tx,
  { provider, found }: { provider: ProviderName; found: ProviderPerson },
): Promise<Person> {
  const { accounts } = ctx;
  const link = { provider, accountId: found.subject };
  const known = await accounts.findLinked(tx.db, link);
  if (known) return known;
  const person = assertAddressFree(await accounts.createProven(tx.db, assertProvenThere(found)));
  const { subject } = person;
  assertLinkFree(await accounts.link(tx.db, { ...link, subject }));
  tx.audit({ act: "provider.linked", subject: `identity:built-in:${subject}`, detail: { provider } });
  tx.emit(IdentityChanged, { issuer: "built-in", subject });
  return person;
}

const newWord = () => randomBytes(24).toString("base64url");
