import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { conclude, listSourceFiles } from "./source-files.ts";

/** What squawk does not ask: each file bounds its wait, and what cannot run in a transaction stands alone. */
export function findFaults(file: string, sql: string): string[] {
  const statements = splitStatements(sql);
  const isConcurrent = statements.some((statement) => /\bconcurrently\b/i.test(statement));
  const others = statements.filter((statement) => !/^set\s/i.test(statement));
  const faults: string[] = [];
  if (!/^set\s+(local\s+)?lock_timeout\s*(=|to)\s*'?[1-9]/i.test(statements[0] ?? ""))
    faults.push(`${file}: begin with SET lock_timeout, so that a queue behind this migration cannot grow.`);
  if (isConcurrent && others.length > 1)
    faults.push(`${file}: CONCURRENTLY stands alone in its migration, since it cannot run in a transaction.`);
  return faults;
}

/** Good enough for DDL: semicolons within quotes and dollar quotes do not end a statement. */
function splitStatements(sql: string): string[] {
  const bare = sql.replace(/--.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");
  const opaque = bare.replace(/(\$\w*\$)[\s\S]*?\1|'(?:[^']|'')*'/g, (quoted) => quoted.replaceAll(";", " "));
  return opaque
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

if (import.meta.main) {
  const files = listSourceFiles().filter((file) => /^prisma\/migrations\/.*\.sql$/.test(file));
  const squawk = spawnSync("squawk", ["--config", "infra/checks/squawk.toml", ...files], { encoding: "utf8" });
  const unsafe =
    files.length === 0 || squawk.status === 0 ? [] : [squawk.stdout + squawk.stderr + (squawk.error?.message ?? "")];
  const faults = [...files.flatMap((file) => findFaults(file, readFileSync(file, "utf8"))), ...unsafe];
  conclude(files.length === 0 ? ["No migration found under prisma/migrations."] : faults, `${files.length} migrations`);
}
