import { beginChapter, savedWords, text, truth } from "./desk.ts";
import { join } from "./member.ts";
import { expect, test } from "./page.ts";

test.setTimeout(300_000);

test("two tabs write in one paragraph and in two, five minutes offline, and every word is there", async ({
  page,
  context,
}) => {
  await join(page);
  await beginChapter(page, "Two Tabs");
  await text(page).click();
  await page.keyboard.type("First paragraph.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second paragraph.");
  await savedWords(page, 4);
  const other = await context.newPage();
  await other.goto(page.url());
  await text(other).getByText("First paragraph.").click();
  await other.keyboard.press("End");
  await other.clock.install();
  await page.clock.install();
  await context.setOffline(true);
  await other.keyboard.type(" Afar one two.");
  await page.keyboard.type(" Here one two.");
  // In the same words, too.
  await text(page).getByText("First paragraph.").click();
  await page.keyboard.press("Home");
  await page.keyboard.type("Very ");
  for (const one of [page, other]) await one.clock.runFor(150_000);
  await page.keyboard.type("long ");
  await other.keyboard.type(" Three.");
  for (const one of [page, other]) await one.clock.runFor(150_000);
  await expect(truth(page)).toHaveText(/on the serverconfirmed/);
  await expect(page.getByText(/^No network since /)).toBeVisible();
  await context.setOffline(false);
  for (const one of [page, other]) {
    await one.clock.resume();
    await expect(truth(one)).toHaveText(/^(\d+) words here\1 on the server/, { timeout: 30_000 });
  }
  // Whoever saved first hears of the other with the next save.
  for (const [index, one] of [page, other].entries()) {
    await one.bringToFront();
    await text(one).getByText("Second paragraph.").click();
    await one.keyboard.press("End");
    await one.keyboard.type(index === 0 ? " End." : " Really.");
    await expect(text(one)).toContainText("Afar one two. Three.");
  }
  await savedWords(other, 15);
  await expect(text(other).getByRole("paragraph")).toHaveText([
    "Very long First paragraph. Afar one two. Three.",
    "Second paragraph. Here one two. End. Really.",
  ]);
});
