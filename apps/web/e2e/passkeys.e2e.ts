import type { Page } from "@playwright/test";
import { codeOf } from "./authenticator.ts";
import { findNothingIn } from "./axe.ts";
import { pressOn, typeInto } from "./keyboard-walk.ts";
import { comeLate } from "./late.ts";
import { join, password } from "./member.ts";
import { expect, open, test } from "./page.ts";

// Passkeys are bound to a name, so not to the number by which other journeys call this machine.
test.use({ baseURL: async ({ baseURL }, give) => give(baseURL?.replace("127.0.0.1", "localhost")) });
test.describe.configure({ timeout: 90_000 });

const press = (page: Page, name: string) => pressOn(page.getByRole("button", { name, exact: true }));

/** A device that says yes to everything, as somebody's finger would, until it is told to wait. */
async function plugIn(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  const answer = (enabled: boolean) =>
    session.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  return { wait: () => answer(false), goOn: () => answer(true) };
}

async function addPasskey(page: Page): Promise<void> {
  const part = page.getByRole("region", { name: "Passkeys" });
  await typeInto(part.getByLabel("Name"), "My phone");
  await press(page, "Add it");
  await expect(part.getByRole("status").first()).toHaveText(/is added/);
}

test("a passkey is added, signs in without a password, and is removed again", async ({ page }) => {
  const device = await plugIn(page);
  await join(page);
  await open(page, "/settings/security");
  const part = page.getByRole("region", { name: "Passkeys" });
  await expect(part).toContainText("You have none yet.");
  await press(page, "Add a passkey");
  await expect(part.getByLabel("Name")).toBeFocused();
  await addPasskey(page);
  await expect(part.getByRole("listitem")).toContainText("Not used yet.");

  await press(page, "Rename My phone");
  await typeInto(part.getByLabel("Name"), "Blue phone");
  await press(page, "Rename it");
  await expect(part.getByRole("listitem")).toContainText("Blue phone");

  await open(page, "/status");
  await pressOn(page.getByRole("button", { name: /your menu$/ }));
  await press(page, "Sign out");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await device.wait();
  await page.goto("/sign-in?next=%2Fsettings%2Fsecurity");
  await expect(page.getByLabel("E-mail")).toHaveAttribute("autocomplete", "username webauthn");
  await device.goOn();
  // The device may offer its passkey by itself, before anybody has pressed anything.
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await expect(button.or(part)).toBeVisible();
  if (await button.isVisible()) await button.press("Enter", { timeout: 2000 }).catch(() => undefined);

  await expect(part.getByRole("listitem")).toContainText(/Last used/);
  await comeLate(page, "/api/auth/passkeys/remove");
  await press(page, "Remove Blue phone");
  await press(page, "Remove it");
  const proof = page.getByRole("dialog", { name: "Show that it is you" });
  await expect(proof.getByLabel("Current password", { exact: true })).toBeVisible();
  await findNothingIn(["paper", "dark"], page, "dialog of proof", "dialog[open]");
  await press(page, "Use a passkey");
  await expect(part).toContainText("You have none yet.");
});

test("after the password a passkey takes the place of the code", async ({ page }) => {
  const device = await plugIn(page);
  const { email } = await join(page);
  await open(page, "/settings/security");
  await press(page, "Add a passkey");
  await addPasskey(page);
  const part = page.getByRole("region", { name: "Second step" });
  await press(page, "Set it up");
  await typeInto(
    part.getByLabel("Code from the app", { exact: true }),
    codeOf(await part.getByRole("code").innerText()),
  );
  await press(page, "Switch it on");
  await press(page, "I have kept them");

  // Otherwise it would sign in by itself, before the password is asked for.
  await device.wait();
  await open(page, "/status");
  await pressOn(page.getByRole("button", { name: /your menu$/ }));
  await press(page, "Sign out");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await page.goto("/sign-in?next=%2Fsettings%2Fsecurity");
  await typeInto(page.getByLabel("E-mail"), email);
  await typeInto(page.getByLabel("Password", { exact: true }), password);
  await press(page, "Sign in");
  await expect(page.getByRole("heading", { name: "One more step" })).toBeFocused();
  await device.goOn();
  await press(page, "Sign in with a passkey");
  await expect(page.getByRole("region", { name: "Passkeys" }).getByRole("listitem")).toContainText(/Last used/);
});
