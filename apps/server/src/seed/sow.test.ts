import { expect, test } from "vitest";
import { app, as, ctxOf, make } from "../test/harness.ts";
import { adminEmail } from "./people.ts";
import { sow } from "./sow.ts";

const ctx = ctxOf(make.system("seed"), { adminEmails: [adminEmail] });
const { db } = ctx;

test("the library is sown once, through the doors that everybody uses, and a second time changes nothing", async () => {
  await sow(ctx, app.metrics);
  const editions = await db.edition.count();
  expect(editions).toBe(await db.chapter.count({ where: { state: "published" } }));
  const { items } = await as(make.visitor()).story.list({ limit: 50 });
  expect(items).toHaveLength((await db.story.count()) - 1);
  expect(items.map(({ rating }) => rating)).not.toContain("mature");

  const [shown] = await db.mediaEdition.findMany({ include: { content: true, media: true } });
  expect(shown?.media).toMatchObject({ width: 960, height: 600 });
  expect(shown?.content.html).toContain(`<img src="/media/${shown?.mediaId}/960"`);

  const before = await Promise.all([
    db.draftChange.count(),
    db.storyFollow.count(),
    db.applause.count(),
    db.media.count(),
  ]);
  await sow(ctx, app.metrics);
  expect(await db.edition.count()).toBe(editions);
  expect(
    await Promise.all([db.draftChange.count(), db.storyFollow.count(), db.applause.count(), db.media.count()]),
  ).toEqual(before);
}, 60_000);

test("the demo accounts sign in with the password that the banner names", async () => {
  const device = { address: "127.0.0.1", userAgent: "test" };
  for (const name of ["reader", "author", "moderator", "admin"]) {
    const given = { email: `${name}@muejam.test`, password: "lantern-paper-harbor", device };
    await expect(ctx.accounts.signIn(db, given)).resolves.toMatchObject({ person: { isEmailVerified: true } });
  }
  const grants = await db.roleGrant.findMany({ where: { endedAt: null }, select: { role: true } });
  expect(grants.map(({ role }) => role).sort()).toEqual(["administrator", "moderator"]);
});
