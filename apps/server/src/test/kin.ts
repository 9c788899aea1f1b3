import { z } from "zod";
import type { Member } from "../kernel/actor.ts";
import { app, as, ctxOf, make, runJobs } from "./harness.ts";

const { db } = ctxOf(make.system());

/** Somebody who has named an heir by address, and the word of the link that was sent there. */
export async function nameKin(given?: Member, to = `kin-${crypto.randomUUID()}@people.test`) {
  const owner = given ?? (await make.person());
  const { profileId } = owner;
  await as(owner).heir.setWish({ profileId, wish: "hand-over", afterMonths: 12, to });
  return { owner, profileId, to, token: await wordFor(to) };
}

/** Out of the newest mail to this address. */
export async function wordFor(to: string): Promise<string> {
  await runJobs();
  const mail = (await app.mailbox.list()).find((one) => one.to === to);
  return z.string().parse(/next-of-kin\?token=([\w.-]+)/.exec(mail?.text ?? "")?.[1]);
}

/** A face whose owner has been away for so long that this heir may take over. */
export async function stayAway(heir: Member): Promise<{ profileId: string }> {
  const { profileId, token } = await nameKin();
  await as(heir).heir.answer({ token, isAccepted: true });
  await db.heir.updateMany({ where: { profileId }, data: { dueAt: new Date() } });
  return { profileId };
}
