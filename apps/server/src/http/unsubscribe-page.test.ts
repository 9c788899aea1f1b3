import { expect, test } from "vitest";
import { unsubscribeLink } from "../domains/notification/notification.choices.service.ts";
import type { Member } from "../kernel/actor.ts";
import { as, ctxOf, make } from "../test/harness.ts";
import { openHttp } from "../test/http.ts";

const ask = openHttp();
const ctx = ctxOf(make.system());
const pathFor = (profileId: string) =>
  unsubscribeLink(ctx, profileId, "chapter-published").replace("https://muejam.test", "");
const isMailed = async (reader: Member) => (await as(reader).notification.choices()).isMailedOfChapters;

test("looking at the link changes nothing, its button does", async () => {
  const reader = await make.person();
  const path = pathFor(reader.profileId);
  const looked = await ask(path);
  expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining("<button>Stop these mails")]);
  expect(looked.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await isMailed(reader)).toBe(true);
  for (const _ of [1, 2]) {
    const done = await ask(path, { method: "POST", body: new URLSearchParams() });
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining("has stopped")]);
    expect(await isMailed(reader)).toBe(false);
  }
});

test("each link ends its own kind of mail and says so", async () => {
  const reader = await make.person();
  const path = unsubscribeLink(ctx, reader.profileId, "team-invited").replace("https://muejam.test", "");
  expect(await (await ask(path)).text()).toContain("No more mail of invitations");
  expect(await (await ask(path, { method: "POST" })).text()).toContain("Mail of invitations has stopped");
  expect(await as(reader).notification.choices()).toEqual({ isMailedOfChapters: true, isMailedOfInvitations: false });
});

test("a mail program's own post is enough, from wherever it comes", async () => {
  const reader = await make.person();
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  const headers = { origin: "https://mail.example", "sec-fetch-site": "cross-site" };
  expect((await ask(pathFor(reader.profileId), { method: "POST", body, headers })).status).toBe(200);
  expect(await isMailed(reader)).toBe(false);
});

test("a word that we did not sign, or for something else, ends nothing and shows no button", async () => {
  const reader = await make.person();
  const { profileId } = reader;
  const words = ["", "x", "a.b.c", ctx.keys.sign("status.receipt", profileId), `${pathFor(profileId).split("=")[1]}x`];
  for (const word of words)
    for (const method of ["GET", "POST"]) {
      const answer = await ask(`/unsubscribe?token=${encodeURIComponent(word)}`, { method });
      expect([answer.status, await answer.text()]).toEqual([400, expect.not.stringContaining("<button")]);
    }
  expect(await isMailed(reader)).toBe(true);
  const nobody = await ask(pathFor("00000000-0000-4000-8000-000000000000"), { method: "POST" });
  expect(nobody.status).toBe(400);
});
