import { findNothing, findNothingIn } from "./axe.ts";
import { pressOn, tick, typeInto } from "./keyboard-walk.ts";
import { smallTargets } from "./measures.ts";
import { join, signIn } from "./member.ts";
import { expect, open, test } from "./page.ts";
import { screens } from "./routes.ts";

test.describe.configure({ timeout: 60_000 });

test("an administrator sees who has which role, gives one and takes it back, by keyboard", async ({
  page,
  browser,
  extraHTTPHeaders,
}) => {
  const somebody = await (await browser.newContext({ extraHTTPHeaders: extraHTTPHeaders ?? {} })).newPage();
  await join(somebody);
  const name = (await somebody.getByRole("button", { name: /your menu$/ }).getAttribute("title")) ?? "";
  await signIn(page, "admin@muejam.test", "lantern-paper-harbor");
  await page.setViewportSize(screens.phone);
  await open(page, "/staff");
  const roles = page.getByRole("region", { name: "Who has a role" });
  const row = roles.getByRole("listitem").filter({ hasText: name });
  await expect(roles.getByRole("listitem").filter({ hasText: "Noor Haddad" })).toContainText(/Moderator.*by Wren/);
  expect(await smallTargets(page)).toEqual([]);
  await findNothingIn(["paper", "dark"], page, "/staff");

  const form = page.getByRole("region", { name: "A new role" });
  await typeInto(form.getByLabel("Handle"), name);
  await tick(form.getByLabel("Senior moderator"));
  await typeInto(form.getByLabel("Reason"), "case:2041");
  await pressOn(form.getByRole("button", { name: "Give it" }));
  await expect(page.getByRole("dialog")).toContainText(`Senior moderator for @${name}?`);
  await findNothing(page, "dialog of giving", "dialog[open]");
  await pressOn(page.getByRole("button", { name: "Give the role" }));
  await expect(form.getByRole("status")).toHaveText(`@${name}: Senior moderator.`);
  await expect(row).toContainText(/Senior moderator.*by Wren/);
  await open(somebody, "/staff");
  await expect(somebody.getByRole("heading", { name: "A profile" })).toBeVisible();

  await pressOn(row.getByRole("button", { name: "Take back" }));
  const dialog = page.getByRole("dialog");
  await typeInto(dialog.getByLabel("Reason"), "case:2041");
  await findNothingIn(["paper", "dark"], page, "dialog of taking back", "dialog[open]");
  await pressOn(dialog.getByRole("button", { name: "Take it back" }));
  await expect(row).toHaveCount(0);
  await expect(
    roles
      .getByRole("heading")
      .or(roles.getByRole("button", { name: "Take back" }))
      .and(page.locator(":focus")),
  ).toBeVisible();
});
