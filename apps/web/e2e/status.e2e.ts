import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, open, test } from "./page.ts";

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const reports = (page: Page, name: string) => part(page, name).getByRole("definition").last();
const act = (page: Page, name: string) => part(page, name).getByRole("button");
/** What whoever runs the server finds by the id that somebody quotes. */
const faultsLogged = (requestId: string): unknown[] =>
  readFileSync(process.env["SERVER_LOG"] ?? "", "utf8")
    .split("\n")
    .filter((line) => line.includes(`"requestId":"${requestId}"`) && line.includes("a page broke"))
    .map((line) => JSON.parse(line).fault);
const reportCall = (url: string) => url.includes("/trpc/status.reportTrouble");

test("the page tells whether each part is up, and which release runs", async ({ page }) => {
  await open(page, "/status");

  for (const name of ["Database", "Cache", "Jobs"])
    await expect(part(page, name)).toContainText(/Up|Not looked at yet/);
  await expect(page.getByRole("contentinfo")).toContainText(/Release \S+/);
  await expect(page).toHaveTitle(/MueJam/);
});

test("a report counts at once, outlives a reload and can be taken back", async ({ page }) => {
  await open(page, "/status");
  await expect(reports(page, "Database")).toHaveText("0");

  await act(page, "Database").click();
  await expect(reports(page, "Database")).toHaveText("1");
  await expect(act(page, "Database")).toHaveAccessibleName("Take it back with the database");
  await expect(act(page, "Database")).not.toHaveAttribute("aria-disabled");

  await page.reload();
  await expect(reports(page, "Database")).toHaveText("1");
  await act(page, "Database").click();
  await expect(reports(page, "Database")).toHaveText("0");
  await expect(part(page, "Database").getByRole("status")).toHaveText("Your report is taken back.");
});

test("a double click is one report", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => reportCall(request.url()) && sent.push(request.url()));
  await open(page, "/status");

  await act(page, "Cache").dblclick();
  await expect(reports(page, "Cache")).toHaveText("1");
  await expect(act(page, "Cache")).not.toHaveAttribute("aria-disabled");
  expect(sent).toHaveLength(1);

  await act(page, "Cache").click();
  await expect(reports(page, "Cache")).toHaveText("0");
});

test("an answer that gets lost is asked for again under the same key, and counts once", async ({ page }) => {
  const keys: (string | undefined)[] = [];
  await page.route(
    (url) => reportCall(url.href),
    async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      const response = await route.fetch();
      return keys.length === 1 ? route.abort() : route.fulfill({ response });
    },
  );
  await open(page, "/status");

  await act(page, "Jobs").click();
  await expect(reports(page, "Jobs")).toHaveText("1");
  await expect(act(page, "Jobs")).not.toHaveAttribute("aria-disabled");
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);

  await act(page, "Jobs").click();
  await expect(reports(page, "Jobs")).toHaveText("0");
});

test("a second report from the same address is refused in a sentence", async ({ page, browser }) => {
  await open(page, "/status");
  await act(page, "Database").click();
  await expect(reports(page, "Database")).toHaveText("1");
  await expect(act(page, "Database")).not.toHaveAttribute("aria-disabled");

  const other = await browser.newContext();
  const second = await other.newPage();
  await open(second, "/status");
  await act(second, "Database").click();
  await expect(part(second, "Database").getByRole("alert")).toHaveText(/already reported from your address this hour/);
  await expect(reports(second, "Database")).toHaveText("1");
  await other.close();

  await act(page, "Database").click();
  await expect(reports(page, "Database")).toHaveText("0");
});

test("without a network the page says so, keeps what it knows and recovers", async ({ page, context }) => {
  await open(page, "/status");
  const before = await page.getByRole("heading", { level: 1 }).innerText();

  await context.setOffline(true);
  await expect(page.getByText("No network. What you see is what was known before.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(before);
  await act(page, "Cache").click();
  await expect(part(page, "Cache").getByRole("alert")).toHaveText(/There is no network, so this was not sent/);
  await expect(reports(page, "Cache")).toHaveText("0");

  const renewed = page.waitForResponse((response) => response.url().includes("status.now") && response.ok());
  await context.setOffline(false);
  await renewed;
  await expect(page.getByText("No network.")).toHaveCount(0);
});

test("the page renews itself every 30 s", async ({ page }) => {
  await page.clock.install();
  await open(page, "/status");
  const renewed = page.waitForRequest((request) => request.url().includes("status.now"));
  await page.clock.fastForward(31_000);
  await renewed;
});

test("a server that does not answer is not called up", async ({ page }) => {
  await page.route("**/trpc/**", (route) => route.abort());
  await page.goto("/status");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("MueJam does not answer");
  await expect(page.getByText("The looks could not be fetched.")).toBeVisible();

  await page.unroute("**/trpc/**");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("MueJam does not answer");
  await page.getByRole("button", { name: "Fetch them again" }).click();
  await expect(page.getByText("The looks could not be fetched.")).toHaveCount(0);
});

test("a page that breaks says so, tells the server and can be shown again", async ({ page }) => {
  await page.route("**/trpc/**", (route) => {
    const broken = { result: { data: { components: null, items: null } } };
    return route.fulfill({ json: [broken, broken, broken] });
  });
  const reporting = page.waitForResponse("**/api/faults");
  await page.goto("/status");
  await expect(page.getByRole("heading", { name: "This page stopped working" })).toBeVisible();
  const requestId = (await (await reporting).allHeaders())["x-request-id"] ?? "none";
  await expect(page.getByText(`Request ${requestId}`)).toBeVisible();
  await expect.poll(() => faultsLogged(requestId)).toEqual([expect.objectContaining({ route: "/status" })]);
  await expect(page.getByRole("link", { name: "MueJam, home" })).toBeVisible();

  await page.unroute("**/trpc/**");
  await page.getByRole("button", { name: "Show the page again" }).click();
  await expect(part(page, "Database")).toContainText(/Up|Not looked at yet/);
});

test("looks are listed for one part, and older ones follow where the reader is", async ({ page }) => {
  await open(page, "/status");
  // A report makes the server look at once, so there is something to list on a new database too.
  for (const name of [/Take it back/, /I see trouble/, /Take it back/]) {
    await act(page, "Jobs").click();
    await expect(act(page, "Jobs")).toHaveAccessibleName(name);
    await expect(act(page, "Jobs")).not.toHaveAttribute("aria-disabled");
  }
  await page.route("**/trpc/**history**", (route) =>
    route.continue({ url: route.request().url().replace("%22limit%22%3A20", "%22limit%22%3A1") }),
  );
  const looks = page.getByRole("row").filter({ has: page.locator("time") });

  await page.getByRole("navigation", { name: "Show looks at" }).getByRole("link", { name: "Jobs" }).click();
  await expect(page).toHaveURL(/component=jobs/);
  await expect(page.getByRole("columnheader")).toHaveText(["Time", "Jobs"]);
  await expect(async () => {
    await page.reload();
    await expect(looks.first()).toBeVisible();
    expect(await page.getByRole("button", { name: "Show older looks" }).isVisible()).toBe(true);
  }).toPass();

  const first = (await looks.first().textContent()) ?? "";
  await page.getByRole("button", { name: "Show older looks" }).click();
  await expect(looks).not.toHaveCount(1);
  await expect(looks.first()).toHaveText(first);
  await expect(looks.nth(1)).toBeFocused();

  await act(page, "Jobs").click();
  await expect(reports(page, "Jobs")).toHaveText("0");
});

test("everything can be done with the keyboard", async ({ page }) => {
  await open(page, "/status");

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  const bar = page.getByRole("banner").getByRole("link").or(page.getByRole("banner").getByRole("button"));
  for (const name of ["MueJam, home", "Home", "Write", /^Find/, "Sign in", "Sign up"]) {
    await page.keyboard.press("Tab");
    const role = name instanceof RegExp ? "button" : "link";
    await expect(bar.and(page.getByRole(role, { name, exact: true }))).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Page theme" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("html")).toHaveAttribute("data-theme", /^(paper|sepia|dark|black)$/);
  const chosen = page.getByRole("radio", { checked: true });
  await expect(chosen).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(chosen).toBeHidden();
  await expect(page.getByRole("button", { name: "Page theme" })).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(act(page, "Database")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(act(page, "Database")).toHaveAccessibleName(/Take it back/);
  await expect(act(page, "Database")).not.toHaveAttribute("aria-disabled");
  await expect(act(page, "Database")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(reports(page, "Database")).toHaveText("0");
});
