import { randomUUID } from "node:crypto";
import { Access } from "@muejam/contracts/sign-in";
import { letters } from "../kernel/mail.ts";
import { ctxOf, make, runJobs } from "./harness.ts";
import { type openHttp, post } from "./http.ts";

type Ask = ReturnType<typeof openHttp>;

export const password = "a lantern in the rain";
export const newEmail = () => `ada.${randomUUID()}@example.org`;

/** The word in the last mail of this kind, which only who reads that mailbox knows. */
export function linkIn(template: string, email: string): string {
  const letter = letters.findLast((one) => one.template === template && one.to === email);
  return new URL(String(letter?.props["link"])).searchParams.get("token") ?? "";
}

export async function signUp(ask: Ask, email: string, given = password): Promise<Response> {
  const response = await ask("/api/auth/sign-up", post({ email, password: given }));
  await runJobs();
  return response;
}

/** Somebody with a confirmed address and `password`, without the time that hashing takes. */
export async function join(): Promise<{ email: string; subject: string }> {
  const { accounts, db } = ctxOf(make.system());
  passwordHash ??= accounts.passwords.hash(password);
  const email = newEmail();
  const { subject } = await accounts.create(db, { email, passwordHash: await passwordHash });
  await accounts.confirmEmail(db, subject);
  return { email, subject };
}
let passwordHash: Promise<string> | undefined;

export type Browser = { cookie: string; access: Access; address: string };

export async function signIn(ask: Ask, email: string, given = password): Promise<Browser> {
  const { address } = make.visitor();
  const response = await ask("/api/auth/sign-in", { ...post({ email, password: given }), address });
  return { ...(await browserOf(response)), address };
}

export async function browserOf(response: Response): Promise<Omit<Browser, "address">> {
  const [cookie = ""] = (response.headers.get("set-cookie") ?? "").split(";");
  return { cookie, access: Access.parse(await response.json()) };
}
