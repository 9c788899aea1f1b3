import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./page.ts";

/** Pages that the server writes itself; each journey also watches the content security policy. */
const pages = [
  ["/dev/mail", "Outbox"],
  ["/dev/mail/verify-email", "Confirm your address for MueJam"],
  ["/dev/mail/verify-email?part=text", "Confirm your address for MueJam"],
  ["/dev/mail/verify-email?part=headers", "Confirm your address for MueJam"],
  ["/verify-email?token=a-word", "Confirm your address"],
  ["/verify-email", "This did not work"],
] as const;

// Whoever sits at this machine comes through no proxy.
test.use({ extraHTTPHeaders: {} });

for (const [path, heading] of pages)
  test(`${path} keeps to its policy`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
    expect((await axe.exclude("iframe").analyze()).violations).toEqual([]);
  });

test("a link that is not ours is refused on its own page", async ({ page }) => {
  await page.goto("/verify-email?token=a-word");
  await page.getByLabel("Password").fill("a lantern in the rain");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("This link has been used or is too old.")).toBeVisible();
});

test("whatever page a mail leads to is there", async ({ page }) => {
  await page.goto("/dev/mail");
  const mails = page.getByRole("heading", { name: "Previews" }).locator("~ ul").getByRole("link", { name: /-/ });
  const paths = await mails.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(paths).toContain("/dev/mail/refresh-reused");
  for (const path of paths) {
    await page.goto(path);
    const href = await page.getByRole("list", { name: "Links in this mail" }).getByRole("link").first().innerText();
    const { pathname, search, hash } = new URL(href);
    // The story of the preview is made up.
    if (pathname.startsWith("/s/")) continue;
    await page.goto(pathname + search + hash);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/^$|There is no page here/);
  }
});
