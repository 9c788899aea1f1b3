import { chapterPath } from "@muejam/contracts/address";
import { z } from "zod";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { defineJob } from "../../kernel/jobs.ts";
import { listWaiting, sendMail, withdrawMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { addressOf } from "../account/account.addresses.service.ts";
import { findAccountId } from "../profile/profile.service.ts";
import { findNews, listLedBy, type News } from "../story/story.news.service.ts";
import { scopesOf, type Visible } from "../visibility/visibility.service.ts";
import { isMailed, unsubscribeLink } from "./notification.choices.service.ts";
import { openingOf, tellable } from "./notification.policy.ts";

const Recipient = z.object({ profileId: z.uuid(), chapterId: z.uuid() });

export const mailChapterJob = defineJob({ name: "notification.mailChapter", schema: Recipient, run: mailChapter });

/** Looks again at everything, since a chapter may be gone by the time that its mail is written. */
async function mailChapter(ctx: Ctx<System>, { profileId, chapterId }: z.infer<typeof Recipient>): Promise<void> {
  await transact(ctx, async (tx) => {
    const here = { ...ctx, db: tx.db };
    const accountId = await findAccountId(tx.db, profileId);
    const news = await findNews(tx.db, chapterId);
    if (accountId === null || !news || !(await isMailed(tx.db, accountId, "chapter-published"))) return null;
    const seen = tellable((await scopesOf(here, [{ accountId, profileId }])).get(profileId), news);
    const to = await addressOf(here, accountId);
    if (!seen || to === null) return null;
    await sendMail(tx, {
      template: "chapter-published",
      props: propsOf(ctx, seen, profileId),
      to,
      // Whoever follows with two faces is one reader.
      key: `${keyOf(chapterId)}${stampOf(ctx, accountId)}`,
      reason: "news",
      unsubscribe: unsubscribeLink(ctx, profileId, "chapter-published"),
    });
    return null;
  });
}

/** A provider that was away for hours would bring words that their author has taken back since. */
export async function withdrawMails(ctx: Ctx<System>, { chapterId }: { chapterId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    await withdrawMail(tx, keyOf(chapterId));
    return null;
  });
}

type Pair = { byId: string; profileId: string };

/** Who shut out somebody is sent nothing of theirs that still waits. */
export async function withdrawFrom(ctx: Ctx<System>, { byId, profileId }: Pair): Promise<void> {
  await transact(ctx, async (tx) => {
    await withdrawWaiting(ctx, tx, { readerId: byId, authorId: profileId });
    return null;
  });
}

export async function withdrawBetween(ctx: Ctx<System>, { byId, profileId }: Pair): Promise<void> {
  await transact(ctx, async (tx) => {
    await withdrawWaiting(ctx, tx, { readerId: byId, authorId: profileId });
    await withdrawWaiting(ctx, tx, { readerId: profileId, authorId: byId });
    return null;
  });
}

async function withdrawWaiting(ctx: Ctx, tx: Tx, pair: { readerId: string; authorId: string }): Promise<void> {
  const accountId = await findAccountId(tx.db, pair.readerId);
  if (accountId === null) return;
  const waiting = await listWaiting(tx, prefix, stampOf(ctx, accountId));
  const keys = new Map(waiting.map((key) => [key.slice(prefix.length, prefix.length + idLength), key]));
  if (keys.size === 0) return;
  for (const chapterId of await listLedBy(tx.db, pair.authorId, [...keys.keys()]))
    await withdrawMail(tx, keys.get(chapterId) ?? keyOf(chapterId));
}

const prefix = "chapter-published:";
const idLength = 36;
const keyOf = (chapterId: string): string => `${prefix}${chapterId}:`;
const stampOf = (ctx: Ctx, accountId: string): string => ctx.keys.mac("notification.reader", accountId);

const propsOf = (ctx: Ctx, news: Visible<News>, profileId: string) => ({
  story: news.title,
  author: news.authorName,
  number: news.number,
  chapter: news.chapterTitle,
  opening: openingOf(news.opening),
  link: ctx.publicUrl + chapterPath(news, { number: news.number, title: news.chapterTitle }),
  unsubscribe: unsubscribeLink(ctx, profileId, "chapter-published"),
});
