import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { followMail, newAddress } from "./mail.ts";
import { expect, noteFaults, test } from "./page.ts";

const password = "a lantern in the rain";
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, exact: true });
const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /notification/i });

type Person = { email: string; name: string; handle: string };

const newPerson = (name: string): Person => ({
  email: newAddress(),
  name,
  handle: `${name.toLowerCase().replace(" ", "_")}_${randomUUID().slice(0, 8)}`,
});

/** From an address to a session, as everybody goes. */
async function join(page: Page, { email }: Person): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Make the account").click();
  await expect(heading(page, "Look into your mail")).toBeVisible();
  await followMail(page, email, "Confirm your address");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Confirm this address").click();
  await expect(heading(page, "Your address is confirmed")).toBeVisible();
  await page.goto("/sign-in?next=%2Fstatus");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Sign in").click();
}

async function introduce(page: Page, { name, handle }: Person): Promise<void> {
  const goOn = button(page, "Save and go on");
  await expect(page.getByText("Step 1 of 4")).toBeVisible();
  await expect(page.getByLabel("Handle")).toHaveValue("");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Handle").fill(handle);
  await goOn.click();
  await expect(heading(page, "When were you born?")).toBeFocused();
  await page.getByLabel("Day of birth").fill("1988-04-02");
  await goOn.click();
  await expect(heading(page, "What do you like to read?")).toBeFocused();
  for (const genre of ["Literary", "Mystery", "Historical"]) await page.getByLabel(genre).check();
  await goOn.click();
  await expect(page.getByText("Step 4 of 4")).toBeVisible();
}

async function write(page: Page, title: string, text: string): Promise<void> {
  await page.getByLabel("Chapter title").fill(title);
  await page.getByLabel("Chapter title").press("Enter");
  await expect(page.getByLabel("Chapter text")).toBeFocused();
  await page.keyboard.type(text);
}

/** To it as somebody without a mouse goes. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 60 && !(await isThere()); steps += 1) await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

test("one writes, another follows and hears of each chapter, and a third reads it without a script", async ({
  page: writer,
  browser,
  faults,
}) => {
  test.setTimeout(120_000);
  const reader = await (await browser.newContext()).newPage();
  await noteFaults(reader, faults);
  const [nuala, peter] = [newPerson("Nuala Dace"), newPerson("Peter Quill")];
  const title = `The lamp at ${nuala.handle}`;

  await join(writer, nuala);
  await introduce(writer, nuala);
  await writer.getByRole("link", { name: "Begin a story" }).click();
  await writer.getByLabel("Title", { exact: true }).fill(title);
  await button(writer, "Begin the story").click();
  await expect(heading(writer, title)).toBeVisible();
  const desk = writer.url();
  await button(writer, "Write the first line").click();
  await write(writer, "A light on the water", "The lamp had been out for three nights.");
  await button(writer, "Publish…").click();
  await expect(button(writer, "Publish chapter")).not.toHaveAttribute("aria-disabled");
  await button(writer, "Publish chapter").click();
  await expect(heading(writer, "Chapter 1 is published")).toBeVisible();

  await join(reader, peter);
  await introduce(reader, peter);
  await reader.getByRole("link", { name: "Read", exact: true }).click();
  await expect(reader).toHaveURL(/\/status$/);
  await reader.goto(`/@${nuala.handle}`);
  await reader.getByRole("link", { name: title }).first().click();
  await button(reader, "Follow this story").click();
  await expect(button(reader, "Following")).toBeVisible();
  await expect(bell(reader)).toHaveAccessibleName("Notifications");

  await writer.goto(desk);
  await tabTo(writer, button(writer, "Add a chapter"));
  await writer.keyboard.press("Enter");
  await tabTo(writer, writer.getByLabel("Chapter title"));
  await writer.keyboard.type("The first letter");
  await writer.keyboard.press("Enter");
  await writer.keyboard.type("It came up with the tide, sealed and dry.");
  await tabTo(writer, button(writer, "Publish…"), "Shift+Tab");
  await writer.keyboard.press("Enter");
  await tabTo(writer, button(writer, "Publish chapter"));
  await expect(button(writer, "Publish chapter")).not.toHaveAttribute("aria-disabled");
  await writer.keyboard.press("Enter");
  await expect(heading(writer, "Chapter 2 is published")).toBeVisible();

  await expect(bell(reader)).toHaveAccessibleName("1 new notification");
  await bell(reader).click();
  await reader
    .getByRole("main")
    .getByRole("link", { name: /The first letter/ })
    .click();
  await expect(heading(reader, /The first letter/)).toBeVisible();
  await expect(reader.getByText("It came up with the tide, sealed and dry.")).toBeVisible();
  const chapter = new URL(reader.url()).pathname;

  await followMail(reader, peter.email, "The first letter");
  await expect(heading(reader, /The first letter/)).toBeVisible();
  expect(new URL(reader.url()).pathname).toBe(chapter);

  const third = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await third.goto(chapter);
  await expect(heading(third, /The first letter/)).toBeVisible();
  await expect(third.getByText("It came up with the tide, sealed and dry.")).toBeVisible();
});
