import { beginChapter, savedWords, text } from "./desk.ts";
import { chapterAmong, firstStory, writersPages } from "./library.ts";
import { join, signIn } from "./member.ts";
import { expect, open, test } from "./page.ts";
import { act, hear } from "./screen-reader.ts";

/** Said one after the other, whatever is said between. */
function expectInOrder(heard: readonly string[], phrases: readonly (string | RegExp)[]): void {
  let from = 0;
  for (const phrase of phrases) {
    const rest = heard.slice(from);
    const at = rest.findIndex((said) => (typeof phrase === "string" ? said === phrase : phrase.test(said)));
    expect(at, `${phrase} among\n${rest.join("\n")}`).not.toBe(-1);
    from += at + 1;
  }
}

test("signing up is heard: what each field is, and what is wrong with it", async ({ page }) => {
  await open(page, "/sign-up");
  const first = ["main", "heading, Make an account, level 1", "form", /^textbox, E-mail/, /^Password/];
  expectInOrder(await hear(page, "#root"), [...first, "button, Show the password", "button, Make the account"]);

  await page.getByLabel("E-mail").fill("nobody");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("Give a whole address")).toBeVisible();
  expectInOrder(await hear(page, "#root"), [
    "textbox, E-mail, nobody, Give a whole address: name@example.org., invalid",
    /^Password, Take 10 characters or more/,
  ]);
});

test("a chapter is heard: where one is, its title, its words, and where it goes on", async ({ page, request }) => {
  await open(page, (await firstStory(request)).chapterPath);
  const heard = await hear(page, "#root");
  expectInOrder(heard, [
    "link, Skip to the chapter",
    "navigation, This chapter",
    /^link, Back to /,
    "link, Next chapter",
    "main",
    "article",
    /^heading, .+, level 1$/,
    "paragraph",
  ]);
  const plain = page.locator('p[id^="b-"]').filter({ hasNot: page.locator("*") });
  expect(heard).toContain(await plain.first().innerText());
});

test("publishing is heard: what is told to whom, under which name, and why it cannot be done yet", async ({ page }) => {
  await signIn(page, "author@muejam.test", "lantern-paper-harbor");
  const chapter = chapterAmong(await writersPages(page));
  await page.goto(chapter);
  await page.getByRole("button", { name: "Publish…" }).click();
  await expect(page.getByText("Readers already have every word of this.")).toBeVisible();
  expectInOrder(await hear(page, "dialog[open]"), [
    "dialog, Publish the changes",
    "heading, Publish the changes, level 2",
    "Who is told",
    "Nobody: readers were told of this chapter once",
    "Published as",
    "Tamsin Vale",
    /^checkbox, Minor fix, .+, not checked$/,
    "Readers already have every word of this.",
    "button, Publish changes, disabled",
    "button, Not now",
  ]);
});

test("a chapter and its next edition are published by ear alone, and what came of it is told", async ({ page }) => {
  const { profileId } = await join(page);
  expect(profileId).toBeTruthy();
  await beginChapter(page, `Heard ${profileId.slice(0, 8)}`);
  await page.getByLabel("Chapter title").fill("What it will bear");
  await text(page).pressSequentially("The ice had a voice, and it was not a kind one.");
  await savedWords(page, 12);

  await act(page, "body", "button, Publish…");
  const dialog = "dialog[open]";
  await expect(page.getByRole("button", { name: "Publish chapter" })).not.toHaveAttribute("aria-disabled");
  expectInOrder(await hear(page, dialog), [
    "dialog, Publish this chapter",
    "Length",
    "12 words",
    "Who is told",
    "button, Publish chapter",
    "button, Not now",
  ]);
  await act(page, dialog, "button, Publish chapter");
  await expect(page.getByRole("heading", { name: "Chapter 1 is published" })).toBeVisible();
  expectInOrder(await hear(page, dialog), [
    "dialog, Chapter 1 is published",
    "heading, Chapter 1 is published, level 2",
    "link, See it as readers do",
    "button, Go on writing",
  ]);

  await act(page, dialog, "button, Go on writing");
  await text(page).press("ControlOrMeta+End");
  await text(page).pressSequentially(" It sang.");
  await savedWords(page, 14);
  await act(page, "body", "button, Publish…");
  await expect(page.getByRole("button", { name: "Publish changes" })).not.toHaveAttribute("aria-disabled");
  expectInOrder(await hear(page, dialog), ["dialog, Publish the changes", "14 words", "button, Publish changes"]);
  await act(page, dialog, "button, Publish changes");
  await expect(page.getByText("Edition 2 is sealed")).toBeVisible();
  expectInOrder(await hear(page, dialog), [
    "dialog, Chapter 1 is published",
    "Edition 2 is sealed; readers see it from now on.",
    "link, See it as readers do",
  ]);

  await act(page, dialog, "link, See it as readers do");
  await expect(page.locator("[data-prose]")).toBeVisible();
  expect(await hear(page, "#root")).toContain("The ice had a voice, and it was not a kind one. It sang.");
});
