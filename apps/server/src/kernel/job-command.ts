import { sayVerdict, verifyAudit } from "./audit-verify.ts";
import type { Ctx } from "./ctx.ts";
import { StartError } from "./errors.ts";
import { listFailedJobs, retryFailedJobs } from "./failed-jobs.ts";
import { countJobs } from "./jobs.repo.ts";

const usage = "Say what to do: jobs failed [after-id], jobs retry <id...>, jobs queue, or jobs audit.";

/** What an operator typed after `jobs`, done and put into words. */
export async function runJobCommand(ctx: Ctx, [command, ...rest]: readonly string[]): Promise<string> {
  const wrong = rest.find((id) => !/^\d{1,18}$/.test(id));
  if (wrong !== undefined) throw new StartError(`"${wrong}" is no job's id; ids are whole numbers.`);
  switch (command) {
    case "failed":
      return showFailed(ctx, rest[0] ?? null);
    case "retry":
      return retry(ctx, rest);
    case "queue":
      return showQueue(ctx);
    case "audit":
      return sayVerdict(await verifyAudit(ctx));
    default:
      throw new StartError(usage);
  }
}

async function showFailed(ctx: Ctx, after: string | null): Promise<string> {
  const { items, nextAfter } = await listFailedJobs(ctx, { after });
  if (items.length === 0) return after === null ? "No job has failed." : "No other job has failed.";
  const lines = items.map(({ id, name, attempts, failedAt, lastError }) => [
    id,
    name,
    `${attempts} ${attempts === 1 ? "try" : "tries"}`,
    failedAt.toISOString(),
    (lastError ?? "its process died at the last try").replaceAll(/\s+/g, " "),
  ]);
  return table(lines) + (nextAfter === null ? "" : `\nThere are more: jobs failed ${nextAfter}`);
}

async function retry(ctx: Ctx, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) throw new StartError(usage);
  const retried = await retryFailedJobs(ctx, ids);
  const others = ids.filter((id) => !retried.includes(id));
  const left = others.length === 0 ? "" : ` Not failed, so left alone: ${others.join(", ")}.`;
  return `${retried.length === 0 ? "Nothing waits again." : `Waiting again: ${retried.join(", ")}.`}${left}`;
}

async function showQueue(ctx: Ctx): Promise<string> {
  const depths = await countJobs(ctx.db);
  if (depths.length === 0) return "The queue is empty.";
  return table([
    ["job", "waiting", "running", "failed"],
    ...depths.map(({ name, waiting, running, failed }) => [name, waiting, running, failed].map(String)),
  ]);
}

function table(lines: string[][]): string {
  const width = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines
    .map((line) =>
      line.map((cell, column) => (column === line.length - 1 ? cell : cell.padEnd(width(column)))).join("  "),
    )
    .join("\n");
}
