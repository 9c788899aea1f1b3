import { randomUUID } from "node:crypto";
import { Access } from "@muejam/contracts/sign-in";
import { app, ctxOf, make, runJobs } from "./harness.ts";
import { type openHttp, post } from "./http.ts";

type Ask = ReturnType<typeof openHttp>;

export const password = "a lantern in the rain";
export const newEmail = () => `ada.${randomUUID()}@example.org`;

/** What has come to this address, newest first. */
export const lettersTo = async (email: string) => (await app.mailbox.list()).filter(({ to }) => to === email);

type LinkPage = "verify-email" | "reset-password" | "confirm-address" | "undo-address" | "not-me" | "stop-recovery";

/** The word in the newest link to this page, which only who reads that mailbox knows. */
export async function linkIn(page: LinkPage, email: string): Promise<string> {
  const texts = (await lettersTo(email)).map(({ text }) => text);
  const pattern = new RegExp(`https://muejam\\.test/${page}\\?token=([\\w-]+)`);
  return texts.map((text) => pattern.exec(text)?.[1]).find((word) => word !== undefined) ?? "";
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

export type Browser = { cookie: string; cookies: string[]; access: Access; address: string };

export async function signIn(ask: Ask, email: string, given = password): Promise<Browser> {
  const { address } = make.visitor();
  const response = await ask("/api/auth/sign-in", { ...post({ email, password: given }), address });
  return { ...(await browserOf(response)), address };
}

/** The same session eleven minutes after its owner showed who they are. */
export async function later(ask: Ask, browser: Browser): Promise<Browser> {
  const { db } = ctxOf(make.system());
  const { sessionId } = browser.access;
  await db.$executeRaw`UPDATE auth.session SET proven_at = proven_at - interval '11 minutes' WHERE id = ${sessionId}::uuid`;
  const refreshed = await ask("/api/auth/refresh", post({}, { cookie: cookieOf(browser, "refresh") }));
  return { ...(await browserOf(refreshed)), address: browser.address };
}

/** What somebody signed in sends with an act. */
export const actOf = ({ access }: Browser, given: object) =>
  post(given, { authorization: `Bearer ${access.accessToken}` });

export async function browserOf(response: Response): Promise<Omit<Browser, "address">> {
  const cookies = response.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
  return { cookie: cookies[0] ?? "", cookies, access: Access.parse(await response.json()) };
}

/** One of the cookies that a browser was given, as it sends it. */
export const cookieOf = ({ cookies }: Pick<Browser, "cookies">, name: "refresh" | "device"): string =>
  cookies.find((one) => one.startsWith(`__Host-muejam-${name}=`)) ?? "";
