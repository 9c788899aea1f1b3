import { findNothingIn } from "./axe.ts";
import { pressOn, typeInto } from "./keyboard-walk.ts";
import { comeLate } from "./late.ts";
import { join, password } from "./member.ts";
import { expect, open, test } from "./page.ts";

test.describe.configure({ timeout: 90_000 });

test("a key is made, used, rotated and revoked, by keyboard, and is refused at once", async ({ page }) => {
  await join(page);
  await open(page, "/settings/keys");
  await comeLate(page, "/trpc/account.createKey");
  await typeInto(page.getByLabel("Name", { exact: true }), "My reader");
  await page.keyboard.press("Enter");
  const proof = page.getByRole("dialog", { name: "Show that it is you" });
  await typeInto(proof.getByLabel("Current password", { exact: true }), "a guess of it");
  await page.keyboard.press("Enter");
  await expect(proof.getByLabel("Current password", { exact: true })).toHaveAccessibleDescription(/not your password/);
  await typeInto(proof.getByLabel("Current password", { exact: true }), password);
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { name: "“My reader” is made" });
  await expect(heading).toBeFocused();
  const secret = (await page.getByText(/^mj_/).textContent()) ?? "";
  const use = async (key: string) =>
    (await page.request.get("/trpc/account.me", { headers: { authorization: `Bearer ${key}` } })).status();
  expect(await use(secret)).toBe(200);
  await pressOn(page.getByRole("button", { name: "I have kept it" }));
  await expect(page.getByText(secret)).toHaveCount(0);

  await pressOn(page.getByRole("button", { name: "Rotate My reader" }));
  await findNothingIn(["paper", "dark"], page, "dialog of rotating", "dialog[open]");
  await pressOn(page.getByRole("button", { name: "Make the new key" }));
  await expect(heading).toBeFocused();
  const next = (await page.getByText(/^mj_/).textContent()) ?? "";
  expect([await use(secret), await use(next)]).toEqual([200, 200]);
  await pressOn(page.getByRole("button", { name: "I have kept it" }));

  await expect(page.getByText(/Another one has its place/)).toHaveCount(1);
  const rows = page.getByRole("listitem").filter({ hasText: "My reader" });
  for (const row of [rows.last(), rows.first()]) {
    await pressOn(row.getByRole("button", { name: "Revoke My reader" }));
    await findNothingIn(["paper", "dark"], page, "dialog of revoking", "dialog[open]");
    await pressOn(page.getByRole("button", { name: "Revoke it" }));
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await expect(page.getByText("No program acts in your name.")).toBeVisible();
  expect([await use(secret), await use(next)]).toEqual([401, 401]);
});
