export type Step = {
  name: string;
  /** Run from the root of the checkout, with node_modules/.bin first on PATH. */
  command: readonly string[];
  /** `prepare` makes what others read, `static` reads files only, `workspace` goes through turbo, `database` needs TEST_DATABASE_URL, `build` reads dist/. */
  phase: "prepare" | "static" | "workspace" | "database" | "build";
};

/** Every check, in one place: `npm run verify` and `npm test` both run this table. */
export const steps: readonly Step[] = [
  { name: "generate", command: ["turbo", "run", "generate", "--output-logs=errors-only"], phase: "prepare" },
  { name: "format", command: ["biome", "check", "--error-on-warnings"], phase: "static" },
  { name: "lint", command: ["oxlint", "--deny-warnings"], phase: "static" },
  { name: "graph", command: ["node", "infra/checks/graph.ts"], phase: "static" },
  { name: "dead code", command: ["knip", "--config", "infra/checks/knip.json"], phase: "static" },
  { name: "migrations", command: ["node", "infra/checks/migrations.ts"], phase: "static" },
  { name: "dependencies", command: ["node", "infra/checks/dependencies.ts"], phase: "static" },
  { name: "shape", command: ["node", "infra/checks/shape.ts"], phase: "static" },
  { name: "direction", command: ["node", "infra/checks/direction.ts"], phase: "static" },
  // Turbo's cache decides what is affected: a task whose inputs and dependencies are unchanged is not run again.
  {
    name: "types, tests, build",
    command: ["turbo", "run", "types", "test", "build", "--output-logs=errors-only"],
    phase: "workspace",
  },
  { name: "drift", command: ["node", "prisma/check-drift.ts"], phase: "database" },
  { name: "bundle budget", command: ["node", "infra/checks/bundle-budget.ts"], phase: "build" },
];

export const stepsOf = (...phases: Step["phase"][]): Step[] => steps.filter((step) => phases.includes(step.phase));
