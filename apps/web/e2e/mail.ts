import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "./page.ts";

export const newAddress = () => `rosa.${randomUUID().slice(0, 8)}@example.org`;

/** Opens the newest mail to somebody, which a job may still be writing, and follows its link. */
export async function followMail(page: Page, to: string, subject: string): Promise<void> {
  const mail = page.getByRole("link").filter({ hasText: to }).filter({ hasText: subject }).first();
  await expect(async () => {
    await page.goto("/dev/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.click();
  await page.getByRole("list", { name: "Links in this mail" }).getByRole("link").first().click();
}
