import { findNothing, findNothingIn } from "./axe.ts";
import { pressOn } from "./keyboard-walk.ts";
import { firstStory } from "./library.ts";
import { join } from "./member.ts";
import { expect, open, test } from "./page.ts";

test("somebody is muted and blocked from their page, by keyboard, and let back in from the list", async ({
  page,
  request,
}) => {
  const { storyPath } = await firstStory(request);
  await join(page);
  await open(page, storyPath);
  const author = page.locator("main a[rel=author]").first();
  const [name, path] = [await author.innerText(), (await author.getAttribute("href")) ?? "/"];
  await open(page, path);

  const more = page.getByRole("button", { name: `More about ${name}` });
  await pressOn(more);
  const dialog = page.getByRole("dialog", { name });
  await pressOn(dialog.getByRole("button", { name: `Mute ${name}` }));
  await expect(dialog.getByText("Muted.")).toBeVisible();
  await pressOn(dialog.getByRole("button", { name: `Block ${name}` }));
  await expect(dialog.getByText("Blocked.")).toBeVisible();
  await findNothingIn(["paper", "dark"], page, "dialog", "dialog[open]");
  await page.keyboard.press("Escape");

  await expect(page.getByText("You have blocked them.", { exact: false })).toBeVisible();
  await open(page, storyPath);
  await expect(page.locator("main a[rel=author]")).toHaveCount(0);

  await open(page, "/settings/blocked");
  await findNothing(page, "lists of who is shut out");
  await pressOn(page.getByRole("button", { name: `Unblock ${name}` }));
  await expect(page.getByRole("button", { name: `Block ${name} again` })).toBeFocused();
  await pressOn(page.getByRole("button", { name: `Unmute ${name}` }));
  await expect(page.getByRole("button", { name: `Mute ${name} again` })).toBeVisible();
  await open(page, storyPath);
  await expect(page.locator("main a[rel=author]").first()).toHaveText(name);
});
