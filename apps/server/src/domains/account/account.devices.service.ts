import { randomBytes } from "node:crypto";
import type { ByLink } from "@muejam/contracts/sign-in";
import { z } from "zod";
import type { Device } from "../../kernel/accounts.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { deviceName } from "../../kernel/device-name.ts";
import type { Person } from "../../kernel/identity.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import * as repo from "./account.devices.repo.ts";
import { shutOut } from "./account.ending.service.ts";
import { deletePasskeysSince } from "./account.passkeys.repo.ts";
import { issueReset } from "./account.passwords.service.ts";
import { openFamily, type Refreshed } from "./account.refresh.service.ts";
import { noteOf } from "./account.safety.service.ts";
import { assertLink } from "./account.sessions.policy.ts";

/** `mark` is the word in the browser's cookie, by which it is known again; null when it has none. */
export type Comer = Device & { readonly mark: string | null };
export type Entered = Refreshed & { mark: string };

const stampPurpose = "account.device";
const disownSeconds = 7 * 86_400;
const Disowning = z.object({ subject: z.string(), stamp: z.string(), at: z.coerce.date() });

export const isKnownDevice = (ctx: Ctx, subject: string, mark: string): Promise<boolean> =>
  repo.isKnownDevice(ctx.db, { subject, stamps: stampsOf(ctx, subject, mark) });

type Opened = { person: Person; sessionId: string; comer: Comer };

/** Where every way in ends. */
export async function enter(ctx: Ctx, tx: Tx, { person, sessionId, comer }: Opened): Promise<Entered> {
  const mark = await meet(ctx, tx, { person, comer });
  return { person, sessionId, provenAt: tx.now, refreshToken: await openFamily(ctx, tx, sessionId), mark };
}

/**
 * Somebody else has signed in: everybody is shut out, and neither the password nor a provider by which they may have
 * come opens anything. Answers the word for a link under which a new password is chosen.
 */
export function disown(ctx: Ctx, { token }: ByLink): Promise<string> {
  const { accounts } = ctx;
  return transact(ctx, async (tx) => {
    const value = assertLink(await accounts.useTicket(tx.db, "not-me", token));
    const { subject, stamp, at } = Disowning.parse(JSON.parse(value));
    const email = assertLink((await accounts.find(tx.db, subject))?.email);
    await repo.forgetDevice(tx.db, { subject, stamp });
    await deletePasskeysSince(tx.db, subject, at);
    await accounts.unlinkSince(tx.db, subject, new Date(0));
    await accounts.dropPassword(tx.db, subject);
    await shutOut(ctx, tx, { subject, reason: "disowned" });
    await noteOf(tx, { issuer: "built-in", subject }, { kind: "sign_in_disowned" });
    tx.audit({ act: "signIn.disowned", subject: `identity:built-in:${subject}` });
    return issueReset(ctx, tx, { subject, email, passwordHash: null });
  });
}

/** An account's first device is nobody's surprise; of each further one its owner is told once. */
async function meet(ctx: Ctx, tx: Tx, { person, comer }: Omit<Opened, "sessionId">): Promise<string> {
  const { subject, email } = person;
  const mark = comer.mark ?? randomBytes(24).toString("base64url");
  const stamps = stampsOf(ctx, subject, mark);
  if (await repo.seeDevice(tx.db, { subject, stamps, seenAt: tx.now })) return mark;
  const isFirst = (await repo.countDevices(tx.db, subject)) === 0;
  const [stamp = ""] = stamps;
  await repo.insertDevice(tx.db, { subject, stamp, seenAt: tx.now });
  if (isFirst || !email) return mark;
  const value = JSON.stringify({ subject, stamp, at: tx.now } satisfies z.infer<typeof Disowning>);
  const word = await ctx.accounts.issueTicket(tx.db, { kind: "not-me", value, seconds: disownSeconds });
  const device = deviceName(comer.userAgent);
  await noteOf(tx, { issuer: "built-in", subject }, { kind: "device_new", detail: { device } });
  await sendMail(tx, {
    template: "sign-in-new-device",
    props: { link: `${ctx.publicUrl}/not-me?token=${word}`, at: tx.now.toISOString(), device },
    to: email,
    key: `sign-in-new-device:${subject}:${stamp}`,
    reason: "security",
  });
  return mark;
}

const stampsOf = (ctx: Ctx, subject: string, mark: string) => ctx.keys.macs(stampPurpose, `${subject}:${mark}`);
