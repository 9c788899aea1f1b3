import type { Page } from "@playwright/test";
import { join, password } from "./member.ts";
import { expect, open, test } from "./page.ts";

// Passkeys are bound to a name, so not to the number by which other journeys call this machine.
test.use({ baseURL: async ({ baseURL }, give) => give(baseURL?.replace("127.0.0.1", "localhost")) });
test.describe.configure({ timeout: 60_000 });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A device that says yes to everything, as somebody's finger would. */
async function plugIn(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

test("a passkey is added, signs in without a password, and is removed again", async ({ page }) => {
  await plugIn(page);
  await join(page);
  await open(page, "/settings/security");
  const part = page.getByRole("region", { name: "Passkeys" });
  await expect(part).toContainText("You have none yet.");
  await press(page, "Add a passkey");
  await part.getByLabel("Name").fill("My phone");
  await part.getByLabel("Current password", { exact: true }).fill("not what it is");
  await press(page, "Add it");
  await expect(part.getByLabel("Current password", { exact: true })).toHaveAccessibleDescription(/not your password/);
  await expect(part.getByLabel("Name")).toHaveValue("My phone");
  await part.getByLabel("Current password", { exact: true }).fill(password);
  await press(page, "Add it");
  await expect(part.getByRole("status").first()).toHaveText(/is added/);
  await expect(part.getByRole("listitem")).toContainText("Not used yet.");

  await open(page, "/status");
  await page.getByRole("button", { name: /your menu$/ }).click();
  await press(page, "Sign out");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await page.goto("/sign-in?next=%2Fsettings%2Fsecurity");
  await expect(page.getByLabel("E-mail")).toHaveAttribute("autocomplete", "username webauthn");
  // The device may offer its passkey by itself, before anybody has pressed anything.
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await expect(button.or(part)).toBeVisible();
  if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => undefined);

  await expect(part.getByRole("listitem")).toContainText(/Last used/);
  await press(page, "Remove My phone");
  await press(page, "Remove it");
  await expect(part).toContainText("You have none yet.");
});
