import { docVersion } from "@muejam/prose/document";
import type { Page } from "@playwright/test";
import { beginChapter, savedWords, text } from "./desk.ts";
import { chapterAmong, firstStory, writersPages } from "./library.ts";
import { join, signIn } from "./member.ts";
import { expect, open, test } from "./page.ts";
import { act, hear, overhear } from "./screen-reader.ts";

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

/** The same person's save from another device. */
async function writeElsewhere(page: Page, headers: { authorization: string }): Promise<void> {
  const chapterId = page.url().split("/").at(-1);
  const asked = `/trpc/draft.get?input=${encodeURIComponent(JSON.stringify({ chapterId }))}`;
  const draft = await (await page.request.get(asked, { headers })).json();
  const block = { type: "paragraph", attrs: { id: "a000000001", dir: null, lang: null } };
  const data = {
    chapterId,
    journalId: crypto.randomUUID(),
    seq: 0,
    baseVersion: draft.result.data.version,
    docVersion,
    placed: [{ after: null, block: { ...block, content: [{ type: "text", text: "Before it." }] } }],
  };
  expect((await page.request.post("/trpc/draft.save", { data, headers })).ok()).toBe(true);
}

test("a chapter and its next edition are published by ear alone: what happens to its words and its end are told", async ({
  page,
}) => {
  test.slow();
  const headers = { authorization: "" };
  page.on("request", (request) => {
    headers.authorization = request.headers()["authorization"] ?? headers.authorization;
  });
  const { profileId } = await join(page);
  expect(profileId).toBeTruthy();
  await beginChapter(page, `Heard ${profileId.slice(0, 8)}`);
  await page.getByLabel("Chapter title").fill("What it will bear");
  await text(page).pressSequentially("The ice had a voice, and it was not a kind one.");
  await savedWords(page, 12);

  expectInOrder(await hear(page, "body"), [
    "link, Back to the desk",
    /^button, More for writing/,
    /^toolbar, Format/,
    /^button, Strong, .*not pressed/,
    /^button, Structure/,
    /^textbox, Chapter title/,
    "What it will bear",
    /^textbox, Chapter text/,
    "The ice had a voice, and it was not a kind one.",
    "12 words here",
    /^button, What happened/,
  ]);
  await text(page).press("Control+h");
  const sought = await overhear(page, async () => {
    await page.keyboard.type("voice");
    await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of 1/);
  });
  expect(sought.join("\n")).toMatch(/polite: 1 of 1.*The ice had a voice/);
  expectInOrder(await hear(page, "search"), [
    "search, Find in this chapter",
    /^textbox, Find, voice/,
    /^button, Whole words only, not pressed/,
    /^textbox, Replace with/,
    "button, Replace all, not disabled",
  ]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Structure" }).press("Enter");
  await expect(page.getByLabel("Direction")).toBeVisible();
  expectInOrder(await hear(page, ".structure-menu"), [
    "group, Structure",
    /^combobox, This paragraph is/,
    "button, Footnote",
    "button, Table",
    /^combobox, Direction/,
  ]);
  await page.keyboard.press("Escape");

  await text(page).press("Control+End");
  const typing = await overhear(page, async () => {
    await text(page).pressSequentially(" It sang all night to the boats");
    await savedWords(page, 19);
  });
  // The figures are told now and then, and never with each key.
  expect(typing.length).toBeLessThan(6);
  const told = await overhear(page, async () => {
    await writeElsewhere(page, headers);
    await text(page).pressSequentially("!");
    await expect(page.getByText("Merged with changes from another device.")).toBeVisible();
    await savedWords(page, 21);
  });
  expect(told).toContain("polite: Merged with changes from another device.");
  expect([...sought, ...typing, ...told].filter((said) => said.startsWith("assertive"))).toEqual([]);

  await act(page, "body", "button, Publish…");
  const dialog = "dialog[open]";
  await expect(page.getByRole("button", { name: "Publish chapter" })).not.toHaveAttribute("aria-disabled");
  expectInOrder(await hear(page, dialog), [
    "dialog, Publish this chapter",
    "Length",
    "21 words",
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
  await text(page).pressSequentially(" Nobody answered.");
  await savedWords(page, 23);
  await act(page, "body", "button, Publish…");
  await expect(page.getByRole("button", { name: "Publish changes" })).not.toHaveAttribute("aria-disabled");
  expectInOrder(await hear(page, dialog), ["dialog, Publish the changes", "23 words", "button, Publish changes"]);
  await act(page, dialog, "button, Publish changes");
  await expect(page.getByText("Edition 2 is sealed")).toBeVisible();
  expectInOrder(await hear(page, dialog), [
    "dialog, Chapter 1 is published",
    "Edition 2 is sealed; readers see it from now on.",
    "link, See it as readers do",
  ]);

  await act(page, dialog, "link, See it as readers do");
  await expect(page.locator("[data-prose]")).toBeVisible();
  expect(await hear(page, "#root")).toContain(
    "The ice had a voice, and it was not a kind one. It sang all night to the boats! Nobody answered.",
  );
});
