import type { Page } from "@playwright/test";
import { findNothingIn } from "./axe.ts";
import { pressOn, tick } from "./keyboard-walk.ts";
import { join, password, signIn } from "./member.ts";
import { expect, open, test } from "./page.ts";

const main = (page: Page) => page.getByRole("main");

test("somebody says who they are, and what for and how they are told", async ({ page }) => {
  await join(page);
  await open(page, "/settings");
  await expect(page).toHaveURL("/settings/profile");
  const profile = main(page);
  await profile.getByLabel("Name", { exact: true }).fill("Nuala Dace");
  await profile.getByLabel("About you").fill("Writes by the light of one lamp.");
  await expect(profile.getByText("32 of 500")).toBeVisible();
  await profile.getByLabel("Handle").fill("tamsin_vale");
  await profile.getByRole("button", { name: "Save the profile" }).click();
  await expect(profile.getByLabel("Handle")).toHaveAccessibleDescription(/Somebody has this handle/);
  const handle = `nuala_${Date.now() % 1e9}`;
  await profile.getByLabel("Handle").fill(handle);
  await profile.getByRole("button", { name: "Save the profile" }).click();
  await expect(profile.getByRole("status")).toHaveText("Saved. Readers see it from now on.");
  await expect(page.getByRole("button", { name: "Nuala Dace, your menu" })).toBeVisible();
  await profile.getByRole("link", { name: "See your page" }).click();
  await expect(page).toHaveURL(`/@${handle}`);
  await expect(page.getByText("Writes by the light of one lamp.")).toBeVisible();

  await open(page, "/settings/reading");
  await page.getByLabel("Horror").check();
  await expect(page.getByText("Saved.")).toBeVisible();
  const mature = page.getByLabel("Show stories for adults");
  await expect(mature).toBeDisabled();
  await page.getByRole("link", { name: "Say when you were born" }).click();
  await page.getByLabel("Day of birth").fill("1988-04-02");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page).toHaveURL("/settings/reading");
  await mature.check();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Horror")).toBeChecked();
  await expect(mature).toBeChecked();

  const proposed = page.getByRole("region", { name: "In the genres you read" });
  await open(page, "/");
  await expect(proposed.getByRole("link", { name: "How Tall You’ve Grown" })).toBeVisible();
  await open(page, "/settings/language");
  await page.getByLabel("French").check();
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, "/");
  await expect(proposed.getByText("Nothing here that you do not know")).toBeVisible();
  await open(page, "/settings");

  await page.getByRole("navigation", { name: "Parts of the settings" }).getByText("Mail").click();
  const mails = ["A mail for each new chapter", "A mail for each invitation"];
  for (const mail of mails) await page.getByLabel(mail).uncheck();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  for (const mail of mails) await expect(page.getByLabel(mail)).not.toBeChecked();
});

test("a device that somebody does not know is signed out from here", async ({ page, browser }) => {
  const { email } = await join(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email, password);
  await page.goto("/settings/sessions");
  const sessions = main(page);
  await expect(sessions.getByRole("heading", { name: "Devices" })).toBeVisible();
  await expect(sessions.getByRole("listitem").filter({ hasText: "Signed in on" })).toHaveCount(2);
  await expect(sessions.getByText("(This one)")).toHaveCount(1);
  await pressOn(sessions.getByRole("button", { name: /^Sign out (?!all)/ }));
  await expect(sessions.getByRole("status")).toHaveText(/is signed out\.$/);
  await expect(sessions.getByRole("listitem").filter({ hasText: "Signed in on" })).toHaveCount(1);
  await other.goto("/settings/sessions");
  await expect(other).toHaveURL("/sign-in?next=%2Fsettings%2Fsessions");

  await signIn(other, email, password);
  await page.reload();
  await pressOn(sessions.getByRole("button", { name: "Sign out all others" }));
  await expect(sessions.getByRole("status")).toHaveText("All others are signed out.");
  await other.goto("/settings/sessions");
  await expect(other).toHaveURL("/sign-in?next=%2Fsettings%2Fsessions");
});

test("a theme chosen here and in the bar is the same", async ({ page }) => {
  await signIn(page, "reader@muejam.test", "lantern-paper-harbor");
  await open(page, "/settings/appearance");
  await main(page).locator("label").filter({ hasText: "Sepia" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
  await page.getByRole("button", { name: "Page theme" }).click();
  await expect(page.getByRole("banner").getByRole("radio", { checked: true })).toHaveAttribute("value", "sepia");
});

test("whoever wants no history has none, and is not found by searching", async ({ page }) => {
  await join(page);
  await open(page, "/settings/privacy");
  await tick(page.getByLabel("Search engines may find me"));
  await tick(page.getByLabel("Keep where I am in stories"));
  await findNothingIn(["paper", "dark"], page, "dialog of history", "dialog[open]");
  await pressOn(page.getByRole("dialog").getByRole("button", { name: "Forget it all" }));
  await expect(page.getByLabel("Keep where I am in stories")).not.toBeChecked();
  await page.reload();
  await expect(page.getByLabel("Keep where I am in stories")).not.toBeChecked();
  await expect(page.getByLabel("Search engines may find me")).not.toBeChecked();
});
