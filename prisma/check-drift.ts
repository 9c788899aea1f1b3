import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** How the command line says that it found a difference. */
const DRIFT = 2;

// Plays all migrations on an empty database beside TEST_DATABASE_URL and compares the result with the schema.
process.exitCode = checkDrift(process.env["TEST_DATABASE_URL"]);

function checkDrift(url: string | undefined): 0 | 1 {
  if (!url?.endsWith("_test")) {
    console.error(
      "Set TEST_DATABASE_URL, a database ending in _test: the migrations are played on a new one beside it.",
    );
    return 1;
  }
  const command = join(import.meta.dirname, "node_modules/.bin/prisma");
  const args = ["migrate", "diff", "--from-migrations", "migrations", "--to-schema", "schema", "--exit-code"];
  const env = { ...process.env, DIRECT_DATABASE_URL: url };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: import.meta.dirname, env, encoding: "utf8" });
  // The code alone is not trusted: a comparison that never took place must not look like agreement.
  if (status === 0 && stdout.includes("No difference detected")) {
    console.log("The migrations and the schema agree.");
    return 0;
  }
  const isDrift = status === DRIFT;
  console.error(isDrift ? stdout.trim() : `${stdout}${stderr}`.trim());
  console.error(
    isDrift
      ? "The schema asks for what is listed above, and no migration makes it: write that migration, or mend the schema."
      : "The comparison itself failed.",
  );
  return 1;
}
