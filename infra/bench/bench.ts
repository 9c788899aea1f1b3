import { join } from "node:path";
import { build } from "../local/build.ts";
import { run } from "../local/fault.ts";
import { homeOf } from "../local/home.ts";
import { freshKeys } from "../local/keys.ts";
import { sowLibrary } from "../local/library.ts";
import { freshDatabase } from "../local/scratch-database.ts";
import { listenForEnd } from "../local/signals.ts";
import { startTestServices } from "../local/test-services.ts";
import { findChapter } from "./library.ts";
import { type Figure, load } from "./load.ts";
import { type Server, startServer } from "./servers.ts";

const WARM_SECONDS = 2;
const RUN_SECONDS = 6;

const plain = "identity";
const browsers = "gzip, deflate, br, zstd";
type Target = [name: string, url: string, accepts: string];

/** What a page costs beside the least that Hono can do, all in one run: only the ratios mean something elsewhere. */
await run(async () => {
  const { signal } = listenForEnd();
  await build({ env: process.env, signal });
  const services = await startTestServices(join(homeOf(process.env).folder, "bench"), process.env);
  const servers: Server[] = [];
  try {
    const urls = await freshDatabase(services.env["TEST_DATABASE_URL"] ?? "", "muejam_bench_test");
    const env = { ...process.env, ...urls, ...freshKeys("bench"), EMBEDDED: "postgres", HOST: "127.0.0.1" };
    await sowLibrary({ env, signal });
    const quiet = { ...env, LOG_LEVEL: "error", TRUSTED_PROXIES: "127.0.0.1" };
    const start = async (file: string, path: string): Promise<string> => {
      const server = await startServer(file, quiet, path);
      servers.push(server);
      return server.address;
    };
    const bare = await start("infra/bench/bare-server.ts", "/");
    const warm = await start("apps/server/src/main.ts", "/health/ready");
    const cold = await start("apps/server/src/test/uncached-worker.ts", "/health/ready");
    const { page, call } = await findChapter(warm);
    const targets: Target[] = [
      ["bare Hono, 10 kB of JSON", `${bare}/`, plain],
      ["trivial procedure", `${warm}/trpc/status.version`, plain],
      ["chapter by procedure", `${warm}${call}`, plain],
      ["chapter's page, kept, plain", `${warm}${page}`, plain],
      ["the same, as browsers ask", `${warm}${page}`, browsers],
      ["chapter's page, made anew", `${cold}${page}`, plain],
    ];
    const figures = await measure(targets, signal);
    console.log(tableOf(figures));
    return 0;
  } finally {
    for (const server of servers) await server.stop();
    await services.stop();
  }
});

async function measure(targets: Target[], signal: AbortSignal): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  let network = 0;
  for (const [name, url, accepts] of targets) {
    // New addresses each time: nobody comes near what one address may ask.
    if (signal.aborted) break;
    await load(url, { network: ++network, seconds: WARM_SECONDS, accepts });
    figures[name] = await load(url, { network: ++network, seconds: RUN_SECONDS, accepts });
  }
  return figures;
}

function tableOf(figures: Record<string, Figure>): string {
  const base = Object.values(figures)[0]?.perSecond ?? 1;
  const rows = Object.entries(figures).map(([name, { perSecond, p50Ms, p99Ms, kB }]) =>
    [
      name.padEnd(28),
      perSecond.toFixed(0).padStart(8),
      (perSecond / base).toFixed(2).padStart(8),
      p50Ms.toFixed(1).padStart(9),
      p99Ms.toFixed(1).padStart(9),
      kB.toFixed(1).padStart(9),
    ].join(""),
  );
  const head = `${"".padEnd(28)}${"req/s".padStart(8)}${"ratio".padStart(8)}${"p50 ms".padStart(9)}${"p99 ms".padStart(9)}${"kB".padStart(9)}`;
  return ["", head, ...rows, ""].join("\n");
}
