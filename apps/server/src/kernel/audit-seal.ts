import { z } from "zod";
import { hashLink, origin } from "./audit-chain.ts";
import * as repo from "./audit-seal.repo.ts";
import type { Ctx } from "./ctx.ts";
import type { JobSpec } from "./job-spec.ts";
import { defineJob, jobSpec } from "./jobs.ts";
import { settle } from "./transact.repo.ts";

const BATCH = 500;
const AGAIN_MS = 250;

export const sealAudit = defineJob({
  name: "audit.seal",
  schema: z.object({}),
  priority: "urgent",
  queue: "audit",
  cron: "*/5 * * * *",
  run: async (ctx) => {
    while ((await sealNext(ctx)) === BATCH);
    const head = (await repo.findHead(ctx.db)) ?? origin;
    if ((await repo.countUnsealed(ctx.db, head)) === 0) return;
    // A transaction that may still write before them is running: they wait for its end.
    const again = sealing({ runAt: new Date(ctx.now().getTime() + AGAIN_MS) });
    await settle(ctx.db, { answer: null, actor: "", audit: [], jobs: [again] });
  },
});

/** One job for however many writers ask before it begins. */
export const sealing = (options: { runAt?: Date } = {}): JobSpec =>
  jobSpec(sealAudit, {}, { key: sealAudit.name, ...options });

/** Jobs of the queue run one by one, and the position is unique: two sealers cannot fork the chain. */
async function sealNext({ db }: Ctx): Promise<number> {
  let before: { position: bigint; hash: string; seq: string; tx: string } = (await repo.findHead(db)) ?? origin;
  const links: repo.Link[] = [];
  for (const entry of await repo.listSealable(db, before, BATCH)) {
    const link = { position: before.position + 1n, seq: entry.seq, hash: hashLink(before.hash, entry) };
    links.push(link);
    before = { ...link, tx: entry.tx };
  }
  if (links.length > 0) await repo.insertSeals(db, links);
  return links.length;
}
