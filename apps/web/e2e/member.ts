import type { Page } from "@playwright/test";
import { findLink, newAddress } from "./mail.ts";
import { expect } from "./page.ts";

export const password = "a lantern in the rain";

type Entered = { profileId: string; email: string };

/** Somebody who has only just joined, signed in on this page. How people join has journeys of its own. */
export async function join(page: Page): Promise<Entered> {
  const email = newAddress();
  await post(page, "sign-up", { email, password });
  const token = new URL(await findLink(page, email, "Confirm your address")).searchParams.get("token");
  await post(page, "verify-email", { token, password });
  return enter(page, email, password);
}

/** Signed in on this page without its form, and not led to the welcome: for journeys that are about something else. */
export async function enter(page: Page, email: string, given: string): Promise<Entered> {
  const { accessToken, sessionId }: Record<string, string> = await post(page, "sign-in", { email, password: given });
  const me = await page.request.get("/trpc/account.me", { headers: { authorization: `Bearer ${accessToken}` } });
  const { result }: { result: { data: { actingAs: string } } } = await me.json();
  const profileId = result.data.actingAs;
  // An answer of the same place that runs no script, so that the app finds somebody signed in when it comes.
  await page.goto("/robots.txt");
  const kept = { "muejam:session": sessionId ?? "", "muejam:welcomed": profileId };
  await page.evaluate(
    (marks) => Object.entries(marks).forEach(([name, mark]) => localStorage.setItem(name, mark)),
    kept,
  );
  await page.goto("/status");
  await expect(page.getByRole("button", { name: /your menu$/ })).toBeVisible();
  return { profileId, email };
}

export async function signIn(page: Page, email: string, given: string): Promise<void> {
  await page.goto("/sign-in?next=%2Fstatus");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(given);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: /your menu$/ })).toBeVisible();
}

async function post(page: Page, door: string, data: object): Promise<Record<string, string>> {
  const answer = await page.request.post(`/api/auth/${door}`, { data });
  expect(answer.ok(), door).toBe(true);
  return answer.json();
}
