import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { findNothingIn } from "./axe.ts";
import { beginChapter, text } from "./desk.ts";
import { pressOn, tick, typeInto } from "./keyboard-walk.ts";
import { followMail } from "./mail.ts";
import { join } from "./member.ts";
import { expect, noteFaults, open, test } from "./page.ts";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const menu = (page: Page) => page.getByRole("banner").getByRole("button", { name: /, your menu$/ });
const nameOf = async (page: Page) => (await menu(page).getAttribute("title")) ?? "";

/** Seen at once, and sent a moment later: the other one looks when it has come. */
async function ask(reader: Page, path: string): Promise<void> {
  await open(reader, path);
  const heard = reader.waitForResponse(/social\.followProfile/);
  await pressOn(button(reader, /^Ask to follow/));
  await heard;
  await expect(button(reader, /^Asked/)).toBeVisible();
}

test("under a pen name somebody publishes for those they let in, and it leads to no other name of theirs", async ({
  page: writer,
  browser,
  faults,
}) => {
  test.setTimeout(120_000);
  const reader = await (await browser.newContext()).newPage();
  await noteFaults(reader, faults);
  const handle = `perdita_${randomUUID().slice(0, 8)}`;
  const [pen, title] = ["Perdita Vane", `The salt of ${handle}`];

  await join(writer);
  const first = await nameOf(writer);
  await open(writer, "/settings/profiles");
  await typeInto(writer.getByLabel("Name", { exact: true }), pen);
  await typeInto(writer.getByLabel("Handle", { exact: true }), handle);
  await pressOn(button(writer, "Make this profile"));
  await expect(menu(writer)).toHaveAccessibleName(`${pen}, your menu`);
  await pressOn(button(writer, `Close ${pen}`));
  await findNothingIn(["paper", "dark"], writer, "dialog of closing a profile", "dialog[open]");
  await pressOn(button(writer, "Keep it"));
  await pressOn(button(writer, `Speak as this one, ${first}`));
  await expect(menu(writer)).toHaveAccessibleName(`${first}, your menu`);
  await writer.keyboard.press("ControlOrMeta+k");
  await expect(writer.getByRole("combobox", { name: "Find and go" })).toBeFocused();
  await writer.keyboard.type(pen);
  await expect(writer.getByRole("option", { name: pen })).toHaveAttribute("aria-selected", "true");
  await writer.keyboard.press("Enter");
  await expect(menu(writer)).toHaveAccessibleName(`${pen}, your menu`);

  await open(writer, "/settings/followers");
  await tick(writer.getByLabel("Only followers that I let in"));
  await expect(writer.getByText("Kept.")).toBeVisible();
  await beginChapter(writer, title);
  await typeInto(writer.getByLabel("Chapter title"), "Ebb");
  await typeInto(text(writer), "Salt keeps what the tide forgets.");
  await pressOn(button(writer, "Publish…"));
  await expect(writer.getByRole("dialog").getByText(`as ${pen}`)).toBeVisible();
  await expect(button(writer, "Publish chapter")).not.toHaveAttribute("aria-disabled");
  await pressOn(button(writer, "Publish chapter"));
  await expect(writer.getByRole("heading", { name: "Chapter 1 is published" })).toBeVisible();

  await join(reader);
  const asker = await nameOf(reader);
  await ask(reader, `/@${handle}`);
  await expect(reader.getByText(title)).toHaveCount(0);
  await open(writer, "/settings/followers");
  await pressOn(button(writer, `Decline ${asker}`));
  await expect(writer.getByText("Nobody waits.")).toBeVisible();
  await ask(reader, `/@${handle}`);
  await open(writer, "/settings/followers");
  await pressOn(button(writer, `Let in ${asker}`));
  await expect(button(writer, `Remove ${asker}`)).toBeVisible();

  await open(reader, `/@${handle}`);
  await pressOn(reader.getByRole("link", { name: title }).first());
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(reader.locator("main a[rel=author]").first()).toHaveText(pen);
  await pressOn(reader.getByRole("link", { name: /Ebb/ }).first());
  await expect(reader.getByText("Salt keeps what the tide forgets.")).toBeVisible();
  expect(await reader.content()).not.toContain(first);
});

test("somebody names who shall look after their stories, hears a yes, and takes the wish back", async ({
  page: owner,
  browser,
  faults,
}) => {
  const heir = await (await browser.newContext()).newPage();
  await noteFaults(heir, faults);
  const { email } = await join(heir);
  await join(owner);
  const [ownerName, heirName] = [await nameOf(owner), await nameOf(heir)];

  await open(owner, "/next-of-kin");
  await typeInto(owner.getByLabel("Who", { exact: true }), email);
  await pressOn(button(owner, "Save this wish"));
  await expect(owner.getByText(`${email} has not answered yet.`)).toBeVisible();
  await followMail(heir, email, "Somebody asks you to look after their stories");
  await pressOn(button(heir, "Yes, I would"));
  await expect(heir.getByText("You have said yes.", { exact: false })).toBeVisible();
  await expect(heir.getByRole("region", { name: `Entrusted to ${heirName}` })).toContainText(ownerName);

  await open(owner, "/next-of-kin");
  await expect(owner.getByText(`${heirName} has said yes.`)).toBeVisible();
  await pressOn(button(owner, "Take the wish back"));
  await expect(button(owner, "Take the wish back")).toHaveCount(0);
  await open(heir, "/next-of-kin");
  await expect(heir.getByText(ownerName)).toHaveCount(0);
});
