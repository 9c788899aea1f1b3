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
import {
  assertAddressFree,
  assertLinkFree,
  assertOffered,
  assertProvenThere,
  assertSame,
} from "./account.providers.policy.ts";
import { linkProvider } from "./account.providers.service.ts";
import type { Proven } from "./account.refresh.service.ts";
import { askCode } from "./account.sessions.service.ts";
import { keepProof, proveSelf } from "./account.ways.service.ts";

const browserPurpose = "account.provider.browser";
const stepSeconds = 10 * 60;

/** `wish`: to sign in, as nobody yet; or, as whoever is signed in, to connect it, or to show that it is them. */
const Wish = z.union([
  z.object({ act: z.literal("enter"), subject: z.null() }),
  z.object({ act: z.enum(["link", "prove"]), subject: z.string() }),
]);
type Wish = z.infer<typeof Wish>;
const AskedFor = z.object({
  provider: ProviderName,
  browser: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  wish: Wish,
});
type AskedFor = z.infer<typeof AskedFor>;

/** `browser` is the word in a cookie, by which the one that comes back is known to be the one that went. */
type Begun = ProviderBegun & { browser: string };
type Asker = ByProvider & { browser: string | null };

export async function askProvider(ctx: Ctx, asker: Asker): Promise<Begun> {
  await limitLooking(ctx);
  return begin(ctx, asker, { act: "enter", subject: null });
}

/** The proof is asked for here: when the browser comes back, its token is a new one. */
export async function askToLink(ctx: Ctx, identity: Identity, asker: Asker): Promise<Begun> {
  const { subject } = await proveSelf(ctx, identity);
  return begin(ctx, asker, { act: "link", subject });
}

/** For whoever has no password, or would rather not type it. */
export async function askToProve(ctx: Ctx, identity: Identity, asker: Asker): Promise<Begun> {
  await assertLive(ctx, identity);
  const { subject } = identity;
  const links = await ctx.accounts.listLinks(ctx.db, subject);
  assertOffered(
    links.map(({ provider }) => provider),
    asker.provider,
  );
  return begin(ctx, asker, { act: "prove", subject });
}

type Came = ProviderReturn & { browser: string | null; identity: Identity | null; comer: Comer };

/** `proven`: the session goes on, and its tokens say that its owner was there. */
export type Returned = Entered | CodeAsked | ProviderLinked | { proven: Proven };

/** What it leads to was decided when it was begun. A second factor is asked for as after a password. */
export async function returnFromProvider(ctx: Ctx, came: Came): Promise<Returned> {
  await limitPlace(ctx);
  const { provider, state, code, identity, comer } = came;
  const { wish, ...asked } = await readAsked(ctx, came);
  const owner = wish.subject === null ? null : await assertOwner(ctx, identity, wish.subject);
  // The provider is asked first and alone, for a transaction must not wait for somebody else's server.
  const found = await ctx.accounts.providers.read(provider, { code, ...asked });
  return transact(ctx, async (tx) => {
    assertStep(await ctx.accounts.useTicket(tx.db, "provider", state));
    if (wish.act === "link") return linkProvider(ctx, tx, { subject: wish.subject, provider, found });
    if (owner) {
      const linked = await ctx.accounts.findLinked(tx.db, { provider, accountId: found.subject });
      const person = assertSame(linked, owner.subject);
      return { proven: await keepProof(ctx, tx, { person, sessionId: owner.sessionId }) };
    }
    const person = await findOrMake(ctx, tx, { provider, found });
    const { subject } = person;
    if (await findFactor(tx.db, subject)) return askCode(ctx, tx, { subject, provider });
    const sessionId = await ctx.accounts.openSession(tx.db, subject, comer);
    return enter(ctx, tx, { person, sessionId, comer });
  });
}

async function begin(ctx: Ctx, asker: Asker, wish: Wish): Promise<Begun> {
  const { provider, browser } = asker;
  const { providers } = ctx.accounts;
  assertOffered(providers.offered, provider);
  const word = browser ?? newWord();
  const [nonce, verifier] = [newWord(), newWord() + newWord()];
  const asked: AskedFor = { provider, browser: ctx.keys.mac(browserPurpose, word), nonce, verifier, wish };
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

async function assertOwner(ctx: Ctx, identity: Identity | null, subject: string): Promise<Identity> {
  if (!identity) throw new AppError("SIGN_IN_REQUIRED");
  await assertLive(ctx, identity);
  return assertOwnStep(identity, subject);
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
