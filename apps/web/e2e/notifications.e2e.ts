import { AxeBuilder } from "@axe-core/playwright";
import type { APIRequestContext, Page } from "@playwright/test";
import { stillness } from "./axe.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /notification/i });
const told = (page: Page) => page.getByRole("main").getByRole("listitem");

test("seven tabs of one browser all work, and the bell rings in each without a reload", async ({
  page,
  context,
  playwright,
  baseURL,
}) => {
  test.slow();
  const streams: string[] = [];
  context.on("request", (request) => request.url().includes("notification.live") && streams.push(request.url()));
  const { profileId } = await join(page);
  const tabs = [page];
  while (tabs.length < 7) {
    const tab = await context.newPage();
    await tab.goto("/status");
    tabs.push(tab);
  }
  for (const tab of tabs) await expect(bell(tab)).toHaveAccessibleName("Notifications");

  const author = await signInAsAuthor(await playwright.request.newContext({ ...(baseURL && { baseURL }) }));
  await author.act("social.followProfile", { profileId, isFollowing: true });
  for (const tab of tabs) await expect(bell(tab)).toHaveAccessibleName("1 new notification");
  expect(streams).toHaveLength(1);

  // The first tab was the one that listened for all.
  await page.close();
  const face = { handle: `rook_${Date.now() % 1e9}`, displayName: "Rook" };
  await author.act("social.followProfile", { profileId, isFollowing: true }, await author.act("profile.create", face));
  for (const tab of tabs.slice(1)) await expect(bell(tab)).toHaveAccessibleName("2 new notifications");

  const tab = tabs[1] ?? page;
  await bell(tab).click();
  await expect(told(tab)).toHaveCount(2);
  await expect(told(tab).first()).toContainText("Rook follows you");
  await expect(told(tab).first()).toContainText("New");
  await stillness(tab);
  const axe = new AxeBuilder({ page: tab }).include("main").include(".bell");
  expect((await axe.analyze()).violations).toEqual([]);
  await tab.getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell(tab)).toHaveAccessibleName("Notifications");
  await expect(told(tab).getByText("New", { exact: true })).toHaveCount(0);
});

test("a list that cannot be fetched is not called empty, and an empty one says what will be there", async ({
  page,
}) => {
  await join(page);
  await page.route("**/trpc/**notification.list**", (route) => route.abort());
  await bell(page).click();
  await expect(page.getByRole("alert")).toHaveText("Your notifications could not be fetched.");
  await page.unroute("**/trpc/**notification.list**");
  await page.getByRole("button", { name: "Fetch them again" }).click();
  await expect(page.getByRole("heading", { name: "Nothing yet" })).toBeVisible();
});

test("a visitor signs in first", async ({ page }) => {
  await page.goto("/notifications");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fnotifications$/);
  await expect(bell(page)).toHaveCount(0);
});

/** Somebody of the library, in a browser of their own. */
async function signInAsAuthor(request: APIRequestContext) {
  const data = { email: "author@muejam.test", password: "lantern-paper-harbor" };
  const answer = await request.post("/api/auth/sign-in", { data });
  const { accessToken }: { accessToken: string } = await answer.json();
  const act = async (procedure: string, input: object, as?: { id: string }): Promise<{ id: string }> => {
    const headers = { authorization: `Bearer ${accessToken}`, ...(as && { "x-acting-profile": as.id }) };
    const done = await request.post(`/trpc/${procedure}`, { headers, data: input });
    expect(done.status(), await done.text()).toBe(200);
    const { result }: { result: { data: { id: string } } } = await done.json();
    return result.data;
  };
  return { act };
}
