import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { borrowEmbedded } from "./borrow.ts";
import { QUIET } from "./build.ts";
import { run } from "./fault.ts";
import { assertWritable, checkout, homeOf } from "./home.ts";

const MIGRATE = ["dev", "deploy", "status", "diff", "resolve", "reset"];

/** Prisma's command line on the database that `npm start` uses: `npm run db -- migrate dev --name words`. */
await run(async () => {
  const given = process.argv.slice(2);
  const args = MIGRATE.includes(given[0] ?? "") ? ["migrate", ...given] : given;
  if (process.env["DATABASE_URL"]) return prisma(args, process.env);
  const home = homeOf(process.env);
  assertWritable(home);
  const { urls, giveBack } = await borrowEmbedded(home, "db");
  // Ctrl-C is for the command line; the server that was started for it must still be stopped.
  process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
  try {
    return prisma(args, { ...process.env, ...urls, DATABASE_URL: urls.DIRECT_DATABASE_URL });
  } finally {
    await giveBack();
  }
});

function prisma(args: string[], env: NodeJS.ProcessEnv): number {
  const program = join(checkout, "prisma/node_modules/.bin/prisma");
  const config = ["--config", join(checkout, "prisma/prisma.config.ts")];
  const isCommand = args.length > 0 && !["--help", "-h", "--version", "-v"].includes(args[0] ?? "");
  const { status } = spawnSync(program, [...args, ...(isCommand ? config : [])], {
    env: { ...env, ...QUIET },
    stdio: "inherit",
  });
  return status ?? 1;
}
