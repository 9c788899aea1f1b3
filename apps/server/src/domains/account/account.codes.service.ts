import { randomInt } from "node:crypto";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { findStep } from "../../kernel/totp.ts";
import type { Tx } from "../../kernel/transact.ts";
import { assertRightCode } from "./account.factor.policy.ts";
import * as repo from "./account.factor.repo.ts";
import { noteOf } from "./account.safety.service.ts";

export const factorPurpose = "account.factor";
const stampPurpose = "account.backup-code";
const codesMade = 10;

/** Digits and letters without i, l, o and u: fifty bits in ten of them, to be read from paper. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

export const newBackupCodes = (): string[] =>
  Array.from({ length: codesMade }, () =>
    Array.from({ length: 10 }, () => letters.charAt(randomInt(letters.length))).join(""),
  );

export const keepBackupCodes = (ctx: Ctx, tx: Tx, { subject, codes }: Codes): Promise<void> =>
  repo.replaceBackupCodes(
    tx.db,
    subject,
    codes.map((code) => ctx.keys.mac(stampPurpose, textOf(subject, code))),
  );

/** As somebody writes it down. */
export const asWritten = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** A code from the app or from paper, which works once and never again. */
export async function spendCode(ctx: Ctx, tx: Tx, { subject, code }: Given): Promise<"app" | "paper"> {
  const factor = await repo.findFactor(tx.db, subject);
  if (!factor) throw new AppError("SECOND_FACTOR_OFF");
  const isOfApp = /^\d{6}$/.test(code);
  const isRight = isOfApp
    ? await spendStep(ctx, tx, { subject, code, factor })
    : await spendPaper(ctx, tx, subject, code);
  assertRightCode(isRight);
  return isOfApp ? "app" : "paper";
}

type Codes = { subject: string; codes: readonly string[] };
type Given = { subject: string; code: string };

async function spendStep(ctx: Ctx, tx: Tx, given: Given & { factor: repo.Factor }): Promise<boolean> {
  const secret = ctx.keys.decrypt(factorPurpose, given.factor.secretSealed);
  const step = findStep(secret, given.code, tx.now);
  return step !== null && repo.useStep(tx.db, given.subject, step);
}

async function spendPaper(ctx: Ctx, tx: Tx, subject: string, code: string): Promise<boolean> {
  const isRight = await repo.useBackupCode(tx.db, subject, ctx.keys.macs(stampPurpose, textOf(subject, code)));
  if (isRight) await noteOf(tx, { issuer: "built-in", subject }, { kind: "backup_code_used" });
  return isRight;
}

const textOf = (subject: string, code: string) => `${subject}:${code}`;
