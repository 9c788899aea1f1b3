import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "./page.ts";

export const newAddress = () => `rosa.${randomUUID().slice(0, 8)}@example.org`;

/** Opens the newest mail to somebody, which a job may still be writing, and follows its link. */
export async function followMail(page: Page, to: string, subject: string | RegExp): Promise<void> {
  const { pathname, search } = new URL(await findLink(page, to, subject));
  // Where whoever is signed in on this page is known, whatever the server calls itself.
  await page.goto(`${pathname}${search}`);
}

/** The outbox opens only to whoever sits at the server's own machine, and the journey itself comes from elsewhere. */
async function findLink(page: Page, to: string, subject: string | RegExp): Promise<string> {
  const here = await page.context().browser()?.newContext({ extraHTTPHeaders: {} });
  if (!here) throw new Error("A journey has a browser.");
  const outbox = await here.newPage();
  const mail = outbox.getByRole("link").filter({ hasText: to }).filter({ hasText: subject }).first();
  await expect(async () => {
    await outbox.goto("/dev/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }, `a mail to ${to} about ${subject}`).toPass({ timeout: 45_000 });
  await mail.click();
  const link = await outbox
    .getByRole("list", { name: "Links in this mail" })
    .getByRole("link")
    .first()
    .getAttribute("href");
  await here.close();
  if (link === null) throw new Error(`The mail to ${to} has no link.`);
  return link;
}
