import type { Ctx } from "./ctx.ts";

export type WarmUp = { name: string; run: (ctx: Ctx) => Promise<unknown> };

export const defineWarmUp = (name: string, run: WarmUp["run"]): WarmUp => ({ name, run });

/** Fills the cache before readers come. A start never fails for it, nor waits longer than `timeoutMs`. */
export async function warmUp(ctx: Ctx, list: readonly WarmUp[], timeoutMs = 10_000): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), timeoutMs);
  });
  const all = Promise.all(list.map((one) => warm(ctx, one))).then(() => "done" as const);
  const outcome = await Promise.race([all, deadline]);
  clearTimeout(timer);
  if (outcome === "late") ctx.log.warn({ timeoutMs }, "warm-up goes on behind the first readers");
}

async function warm(ctx: Ctx, { name, run }: WarmUp): Promise<void> {
  const started = performance.now();
  try {
    await run(ctx);
    ctx.log.info({ warmUp: name, ms: Math.round(performance.now() - started) }, "warmed up");
  } catch (err) {
    ctx.log.error({ err, warmUp: name }, "warm-up failed");
  }
}
