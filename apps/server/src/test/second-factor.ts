import { BackupCodes, CodeAsked, FactorBegun } from "@muejam/contracts/second-factor";
import { codeIn } from "./app-codes.ts";
import { type openHttp, post } from "./http.ts";
import { actOf, type Browser, password } from "./sign-in.ts";

type Ask = ReturnType<typeof openHttp>;

export async function beginFactor(ask: Ask, browser: Browser): Promise<FactorBegun> {
  return FactorBegun.parse(await (await ask("/api/auth/second-factor/begin", actOf(browser, {}))).json());
}

/** Somebody's second factor, set up with the code of this half minute. */
export async function guard(ask: Ask, browser: Browser): Promise<{ secret: string; codes: string[] }> {
  const { ticket, secret } = await beginFactor(ask, browser);
  const given = { ticket, code: codeIn(secret, -1) };
  const confirmed = await ask("/api/auth/second-factor/confirm", actOf(browser, given));
  return { secret, ...BackupCodes.parse(await confirmed.json()) };
}

/** The ticket that the right password gives to whom a second factor guards. */
export async function firstStep(ask: Ask, email: string, given = password): Promise<string> {
  const response = await ask("/api/auth/sign-in", post({ email, password: given }));
  if (response.headers.has("set-cookie")) throw new Error("The password alone signed in.");
  return CodeAsked.strict().parse(await response.json()).ticket;
}
