import type { Page } from "@playwright/test";
import { findNothingIn } from "./axe.ts";
import { test } from "./clerk-house.ts";
import { pressOn, typeInto } from "./keyboard-walk.ts";
import { join } from "./member.ts";
import { expect } from "./page.ts";

const menu = (page: Page) => page.getByRole("button", { name: /your menu$/ });
const enter = (page: Page, act: string) => pressOn(page.getByRole("button", { name: act }));

test("whoever was here before signs in with Clerk, brings their account along, and signs out there", async ({
  page,
  request,
  house,
}) => {
  test.slow();
  await house.turnTo("built-in");
  const { email, profileId } = await join(page);
  await house.turnTo("clerk");
  house.clerk.admit("rosa", email);
  house.clerk.admit("ada", "ada@example.org");
  const call = (path: string, as: string, data?: object) =>
    request.fetch(`/trpc/${path}`, {
      method: data ? "POST" : "GET",
      headers: { authorization: `Bearer ${house.clerk.token(as, house.address)}` },
      ...(data && { data }),
    });

  // This browser still believes in its former session.
  await page.goto("/settings/account");
  await expect(page).toHaveURL("/sign-in?next=%2Fsettings%2Faccount");
  await expect(page.getByRole("button", { name: "Sign in as rosa" })).toBeVisible();
  await findNothingIn(["paper", "dark"], page, "Clerk's door");
  await enter(page, "Sign in as rosa");
  await expect(page).toHaveURL(/\/welcome/);
  await expect(page.getByRole("heading", { name: "You were here before" })).toBeVisible();
  await pressOn(page.getByRole("button", { name: "Bring it along" }));
  await pressOn(page.getByRole("button", { name: "Bring the account along" }));
  await expect(page.getByText("Your account is back")).toBeVisible();
  await pressOn(page.getByRole("link", { name: "Not now" }));
  await expect(page).toHaveURL("/settings/account");
  expect(await (await call("account.me", "rosa")).json()).toMatchObject({ result: { data: { actingAs: profileId } } });

  const bell = page.getByRole("banner").getByRole("link", { name: /notification/i });
  await expect(bell).toHaveAccessibleName("Notifications");
  expect((await call("social.followProfile", "ada", { profileId, isFollowing: true })).ok()).toBe(true);
  await expect(bell).toHaveAccessibleName("1 new notification");

  await page.goto("/settings/sessions");
  await expect(page).toHaveURL("/settings/security");
  await expect(page.getByText("What Clerk keeps of rosa")).toBeVisible();
  await expect(page.getByText("The account was brought along")).toBeVisible();
  await expect(page.getByLabel("Parts of the settings").getByRole("link", { name: "Devices" })).toHaveCount(0);
  await pressOn(menu(page));
  await pressOn(page.getByRole("button", { name: "Sign out" }));
  await expect(page).toHaveURL("/sign-in?next=%2Fsettings%2Fsecurity");
});

test("a script of Clerk's that does not come is told of in time and asked for again; a proof is a new sign-in", async ({
  page,
  house,
  faults,
}) => {
  await house.turnTo("clerk");
  house.clerk.admit("grace", "grace@example.org");
  await page.clock.install();
  for (const how of ["hangs", "is refused"] as const) {
    house.clerk.script(how);
    const asked = page.waitForRequest(/clerk\.browser\.js/);
    await page.goto("/sign-up");
    await asked;
    await expect(page.getByText("The form is on its way.")).toBeVisible();
    await page.clock.fastForward(10_000);
    await expect(page.getByRole("alert")).toContainText("did not answer");
    house.clerk.script("comes");
    await pressOn(page.getByRole("button", { name: "Try again" }));
    await expect(page.getByRole("button", { name: "Sign up as grace" })).toBeVisible();
  }
  const other = await page.context().newPage();
  await other.goto("/status");
  await enter(page, "Sign up as grace");
  await expect(menu(other)).toBeVisible();
  // One of them is led there, once on a device.
  await expect.poll(() => [page, other].some((tab) => tab.url().includes("/welcome"))).toBe(true);
  await other.close();

  // Whoever finds a browser open makes no key there.
  house.clerk.leaveOpen();
  await page.goto("/settings/keys");
  const make = async () => {
    await typeInto(page.getByLabel("Name", { exact: true }), "My reader");
    await pressOn(page.getByRole("button", { name: "Make the key" }));
  };
  await make();
  await pressOn(page.getByRole("button", { name: "Sign in again" }));
  await expect(page).toHaveURL("/sign-in?next=%2Fsettings%2Fkeys");
  await enter(page, "Sign in as grace");
  await expect(page).toHaveURL("/settings/keys");
  await make();
  await expect(page.getByRole("heading", { name: "“My reader” is made" })).toBeVisible();
  // What its loader throws when it gives up, which nobody can catch.
  expect(faults.filter((fault) => !fault.includes("Failed to load Clerk"))).toEqual([]);
  faults.length = 0;
});
