import type { Browser, Page } from "@playwright/test";
import { beginChapter, savedWords, text, truth } from "./desk.ts";
import { join } from "./member.ts";
import { expect, noteFaults, test } from "./page.ts";

/** Somebody else, with a browser and an address of their own. */
async function enter(browser: Browser, faults: string[], address: string): Promise<Page> {
  const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": address } });
  const page = await context.newPage();
  await noteFaults(page, faults);
  await join(page);
  return page;
}

const paragraphs = (page: Page) => text(page).getByRole("paragraph");

async function writeAtEndOf(page: Page, words: string, more: string): Promise<void> {
  await text(page).getByText(words).click();
  await page.keyboard.press("End");
  await page.keyboard.type(more);
}

test("two people write in one chapter, in two paragraphs and in one: each sees the other, and every word is there", async ({
  page,
  browser,
  faults,
}) => {
  test.setTimeout(120_000);
  await join(page);
  const other = await enter(browser, faults, "10.77.7.7");
  await other.goto("/invitations");
  const asked = await other.getByText(/^To work with others on their stories, as reader_/).textContent();
  const handle = /reader_\w+/.exec(asked ?? "")?.[0] ?? "";
  await expect(other.getByRole("heading", { name: "No invitation waits" })).toBeVisible();

  await beginChapter(page, "Two Lanterns");
  await text(page).click();
  await page.keyboard.type("First paragraph.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second paragraph.");
  await savedWords(page, 4);
  const chapter = page.url();

  // The lead asks, the other says yes.
  await page.goto(chapter.replace(/\/[^/]+$/, "/team"));
  await page.getByLabel("Their handle").fill("nobody_of_that_name");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("There is nobody of this handle.")).toBeVisible();
  await page.getByLabel("Their handle").fill(`@${handle}`);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText(`The invitation to @${handle} is on its way.`)).toBeVisible();
  await other.reload();
  await other.getByRole("button", { name: "Say yes to Two Lanterns" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Two Lanterns" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Story settings" })).toHaveCount(0);

  await page.goto(chapter);
  await expect(paragraphs(page)).toHaveText(["First paragraph.", "Second paragraph."]);
  await other.goto(chapter);
  await expect(other.getByRole("button", { name: "Publish" })).toHaveCount(0);
  for (const one of [page, other])
    await expect(one.getByRole("list", { name: "Who else is here" })).toContainText("is in this chapter", {
      timeout: 30_000,
    });

  // In two paragraphs: each has the other's words without asking for them.
  await writeAtEndOf(page, "First paragraph.", " Mine one.");
  await writeAtEndOf(other, "Second paragraph.", " Theirs two.");
  for (const one of [page, other])
    await expect(paragraphs(one)).toHaveText(["First paragraph. Mine one.", "Second paragraph. Theirs two."], {
      timeout: 30_000,
    });

  // In the same one, at both of its ends and at the same time.
  await Promise.all([
    (async () => {
      await text(page).getByText("First paragraph. Mine one.").click();
      await page.keyboard.press("Home");
      await page.keyboard.type("Very ");
    })(),
    writeAtEndOf(other, "First paragraph. Mine one.", " Theirs too."),
  ]);
  for (const one of [page, other]) {
    await expect(paragraphs(one)).toHaveText(
      ["Very First paragraph. Mine one. Theirs too.", "Second paragraph. Theirs two."],
      { timeout: 30_000 },
    );
    await expect(truth(one)).toHaveText(/^11 words here11 on the server/, { timeout: 30_000 });
  }

  // Whoever may only read from now on is told so at once and types nothing, until they may again.
  const away = await page.context().newPage();
  await away.goto(chapter.replace(/\/[^/]+$/, "/team"));
  await away.getByRole("button", { name: `Change to reading: ${handle}` }).click();
  await expect(other.getByText("You read this draft and change nothing in it.")).toBeVisible({ timeout: 30_000 });
  await expect(text(other)).toHaveAttribute("aria-readonly", "true");
  await expect(other.getByRole("toolbar", { name: "Format" })).toHaveCount(0);
  await writeAtEndOf(other, "Second paragraph. Theirs two.", " Nothing.");
  await expect(truth(other)).toHaveText(/^11 words here11 on the server/);
  await expect(paragraphs(other).last()).toHaveText("Second paragraph. Theirs two.");
  await away.getByRole("button", { name: `Change to writing: ${handle}` }).click();
  await expect(text(other)).toHaveAttribute("aria-readonly", "false", { timeout: 30_000 });
  await writeAtEndOf(other, "Second paragraph. Theirs two.", " Again.");
  await expect(paragraphs(page).last()).toHaveText("Second paragraph. Theirs two. Again.", { timeout: 30_000 });

  // Whoever is sent away is out at once, and told so.
  await away.getByRole("button", { name: `Remove ${handle} from the team` }).click();
  await away.getByRole("button", { name: "Yes, remove" }).click();
  await expect(away.getByRole("button", { name: /^Remove / })).toHaveCount(0);
  await expect(other.getByText("You do not work on this story any more.")).toBeVisible({ timeout: 30_000 });
  await other.goto("/write");
  await expect(other.getByRole("heading", { name: "Your first story starts here" })).toBeVisible();
  await other.context().close();
});
