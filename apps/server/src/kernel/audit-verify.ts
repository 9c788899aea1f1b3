import { z } from "zod";
import { hashLink, origin } from "./audit-chain.ts";
import * as repo from "./audit-seal.repo.ts";
import type { Ctx } from "./ctx.ts";
import { defineJob } from "./jobs.ts";

/** `seq` names the entry: it was altered, it is gone, or it was put in among those that were sealed before. */
type AuditBreak = { seq: string; fault: "altered" | "gone" | "smuggled" };
/** `head` is the last hash: kept elsewhere, it shows when the end of the chain is cut off. */
export type AuditVerdict = { sealed: number; unsealed: number; head: string; breaks: AuditBreak[] };

const BATCH = 2000;
const BREAKS_MAX = 50;

/** Walks the whole chain. What is not sealed yet is counted, not judged. */
export async function verifyAudit({ db }: Ctx): Promise<AuditVerdict> {
  const head = (await repo.findHead(db)) ?? origin;
  const breaks: AuditBreak[] = [];
  let [before, sealed] = [{ position: origin.position, hash: origin.hash }, 0];
  for (;;) {
    const links = await repo.listSealed(db, before.position, BATCH);
    for (const { position, hash, ...entry } of links) {
      const fault = faultOf(before.hash, { hash, entry });
      if (fault ?? position !== before.position + 1n) breaks.push({ seq: entry.seq, fault: fault ?? "altered" });
      before = { position, hash };
      sealed += 1;
    }
    if (links.length < BATCH) break;
  }
  for (const seq of await repo.listSmuggled(db, head, BREAKS_MAX)) breaks.push({ seq, fault: "smuggled" });
  const unsealed = await repo.countUnsealed(db, head);
  return { sealed, unsealed, head: before.hash, breaks: breaks.slice(0, BREAKS_MAX) };
}

class AuditBrokenError extends Error {
  override readonly name = "AuditBrokenError";
}

/** Fails once and for good when the chain is broken: failed jobs are counted in the metrics, and wait for a person. */
export const verifyAuditNightly = defineJob({
  name: "audit.verify",
  schema: z.object({}),
  priority: "slow",
  maxAttempts: 1,
  cron: "37 2 * * *",
  run: async (ctx) => {
    const verdict = await verifyAudit(ctx);
    if (verdict.breaks.length > 0) {
      ctx.log.error({ audit: verdict }, "the audit has been tampered with");
      throw new AuditBrokenError(sayVerdict(verdict));
    }
    ctx.log.info({ audit: verdict }, "the audit is whole");
  },
});

export function sayVerdict({ sealed, unsealed, head, breaks }: AuditVerdict): string {
  const waiting = unsealed === 0 ? "" : ` ${unsealed} wait to be sealed.`;
  const whole = `The audit is whole: ${sealed} entries are sealed, the last as ${head}.${waiting}`;
  const words = { altered: "was altered", gone: "is gone", smuggled: "was put in afterwards" };
  return breaks.length === 0 ? whole : breaks.map(({ seq, fault }) => `Entry ${seq} ${words[fault]}.`).join("\n");
}

type Sealed = Omit<Awaited<ReturnType<typeof repo.listSealed>>[number], "position" | "hash">;

function faultOf(before: string, { hash, entry }: { hash: string; entry: Sealed }): AuditBreak["fault"] | null {
  const { seq, tx, at, actor, act, subject, purpose, detail } = entry;
  if (tx === null || at === null || actor === null || act === null || subject === null || detail === null)
    return "gone";
  return hashLink(before, { seq, tx, at, actor, act, subject, purpose, detail }) === hash ? null : "altered";
}
