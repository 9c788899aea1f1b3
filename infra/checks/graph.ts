import type { ICruiseOptions, ICruiseResult } from "dependency-cruiser";
import { cruise } from "dependency-cruiser";
import { canaries, withCanary } from "./graph-canary.ts";
import { forbidden } from "./graph-rules.ts";

export type Graph = { moduleCount: number; violations: { rule: string; why: string; from: string; to: string }[] };

const roots = ["apps", "packages", "prisma", "infra"];

/** Far below the truth, far above what a cruiser without a compiler sees: that one reports success on 0 modules. */
export const moduleCountMin = 150;

export async function readGraph(baseDir: string): Promise<Graph> {
  const options: ICruiseOptions = {
    baseDir,
    validate: true,
    ruleSet: { forbidden },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|generated)/" },
    combinedDependencies: true,
  };
  const resolve = {
    conditionNames: ["types", "import", "node", "default"],
    exportsFields: ["exports"],
    extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"],
  };
  const { output } = await cruise(roots, options, resolve);
  if (typeof output === "string") throw new Error(output);
  return { moduleCount: output.summary.totalCruised, violations: violationsOf(output) };
}

/** What the planted violations no longer set off: a rule that stays silent there guards nothing here. */
export async function findSilent(): Promise<string[]> {
  const { violations } = await withCanary(readGraph);
  const heard = new Set(violations.map(({ rule, from }) => `${rule} ${from}`));
  const silent = canaries.filter(({ rule, file }) => !heard.has(`${rule} ${file}`));
  const unproven = forbidden.filter(({ name }) => !canaries.some(({ rule }) => rule === name));
  return [
    ...silent.map(({ rule, file }) => `${rule} on ${file}`),
    ...unproven.map(({ name }) => `${name}, never planted`),
  ];
}

function violationsOf(result: ICruiseResult): Graph["violations"] {
  const reasons = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return result.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    why: reasons.get(rule.name) ?? "",
    from,
    to,
  }));
}

async function main(): Promise<void> {
  const silent = await findSilent();
  const { moduleCount, violations } = await readGraph(process.cwd());
  for (const { rule, why, from, to } of violations) console.error(`${from} → ${to}\n  ${rule}: ${why}`);
  if (silent.length > 0) console.error(`These planted violations went unseen:\n  ${silent.join("\n  ")}`);
  if (moduleCount < moduleCountMin) console.error(`Only ${moduleCount} modules seen: the cruiser lost its compiler.`);
  console.log(`${moduleCount} modules, ${forbidden.length} rules, ${violations.length} violations`);
  if (silent.length > 0 || violations.length > 0 || moduleCount < moduleCountMin) process.exitCode = 1;
}

if (import.meta.main) await main();
