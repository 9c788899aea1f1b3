import type { Page } from "@playwright/test";
import { pressOn, tick, typeDay, typeInto } from "./keyboard-walk.ts";
import { join, password, signIn } from "./member.ts";
import { expect, test } from "./page.ts";

const step = (page: Page, number: number) => page.getByText(`Step ${number} of 4`);
const act = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const born = (page: Page) => page.getByLabel("Day of birth");
const name = (page: Page) => page.getByLabel("Name", { exact: true });

test("whoever is under thirteen hears it kindly, can go on without, and finds again what was typed", async ({
  page,
}) => {
  await join(page);
  await page.goto("/welcome");
  await expect(step(page, 1)).toBeVisible();
  await pressOn(act(page, "Save and go on"));
  await expect(name(page)).toHaveAccessibleDescription(/Give a name/);
  await typeInto(name(page), "Nuala Dace");
  await typeInto(page.getByLabel("Handle"), "tamsin_vale");
  await pressOn(act(page, "Save and go on"));
  await expect(page.getByLabel("Handle")).toHaveAccessibleDescription(/Somebody has this handle/);
  await pressOn(act(page, "Skip this step"));

  await expect(step(page, 2)).toBeVisible();
  const lately = `${new Date().getUTCFullYear() - 12}-01-01`;
  await typeDay(born(page), lately);
  await pressOn(act(page, "Save and go on"));
  await expect(born(page)).toHaveAccessibleDescription(/thirteen and older.*we would love to see you then/);
  await pressOn(act(page, "Back"));
  await expect(name(page)).toHaveValue("Nuala Dace");
  await page.goBack();
  await expect(born(page)).toHaveValue(lately);

  await pressOn(act(page, "Skip this step"));
  await tick(page.getByLabel("Poetry"));
  await expect(page.getByText("1 chosen. Three or more make a better choice of stories.")).toBeVisible();
  await pressOn(act(page, "Save and go on"));
  await expect(step(page, 4)).toBeVisible();
  await pressOn(page.getByRole("link", { name: "Not now" }));
  await expect(page).not.toHaveURL(/welcome/);
});

test("what is said on one device is known on the next, and nobody is led there twice", async ({ page, browser }) => {
  const { email } = await join(page);
  await page.reload();
  await expect(page.getByRole("button", { name: /your menu$/ })).toBeVisible();
  await expect(page).toHaveURL(/\/status$/);

  await pressOn(page.getByRole("button", { name: /your menu$/ }));
  await pressOn(page.getByRole("link", { name: "Say more about yourself" }));
  await pressOn(act(page, "Skip this step"));
  await typeDay(born(page), "1988-04-02");
  await pressOn(act(page, "Save and go on"));
  await expect(step(page, 3)).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Your day of birth is kept and sealed.")).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signIn(other, email, password);
  await expect(other).toHaveURL(/\/status$/);
  await other.goto("/welcome?step=genres");
  await expect(step(other, 3)).toBeVisible();
  await other.goto("/welcome?step=birth");
  await expect(other.getByText("Your day of birth is kept and sealed.")).toBeVisible();
});

for (const path of ["/welcome", "/settings/account", "/write", "/write/new"])
  test(`${path} asks a visitor to sign in, and is where they are led`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
    await typeInto(page.getByLabel("E-mail"), "reader@muejam.test");
    await typeInto(page.getByLabel("Password", { exact: true }), "lantern-paper-harbor");
    await pressOn(act(page, "Sign in"));
    await expect(page).toHaveURL(path);
  });
