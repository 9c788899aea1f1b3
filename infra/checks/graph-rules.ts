import type { IForbiddenRuleType } from "dependency-cruiser";

const server = "^apps/server/src/";
const domain = `${server}domains/([^/]+)/`;
const test = "\\.(test|deep|e2e)\\.tsx?$|/src/test/|^apps/web/e2e/";
const database = "^prisma/|(^|node_modules/)(pg|@prisma)(/|$)";

export type GraphRule = IForbiddenRuleType & { name: string; comment: string };

/** What a file at `from` must not import. `valuesOnly` lets its types through. */
type Rule = { why: string; from: string; fromNot?: string; to: string; toNot?: string; valuesOnly?: true };

const rules: Record<string, Rule[]> = {
  "packages-know-no-app": [
    { why: "A package is used by apps, never the other way.", from: "^(packages/(?!client/)|prisma/)", to: "^apps/" },
    {
      why: "The client knows the router's type, nothing else.",
      from: "^packages/client/",
      to: "^apps/",
      valuesOnly: true,
    },
  ],
  "contracts-are-a-leaf": [
    {
      why: "Contracts know zod and each other.",
      from: "^packages/contracts/",
      fromNot: test,
      to: ".",
      toNot: "^packages/contracts/|(^|node_modules/)zod(/|$)",
    },
  ],
  "ui-has-no-product-words": [{ why: "Primitives know no contract.", from: "^packages/ui/", to: "^packages/(?!ui/)" }],
  "kernel-knows-no-domain": [
    {
      why: "The kernel serves every domain alike.",
      from: `${server}kernel/`,
      fromNot: test,
      to: `${server}(?!kernel/)`,
    },
    {
      why: "An adapter knows the kernel's interface only.",
      from: `${server}adapters/`,
      fromNot: test,
      to: `${server}(domains|rpc|http)/`,
    },
  ],
  "sql-in-repos-only": [
    {
      why: "Queries live in *.repo.ts; others hand ctx.db on.",
      from: server,
      fromNot: `${test}|\\.repo\\.ts$|${server}(adapters/|compose|kernel/)`,
      to: database,
    },
    {
      why: "The kernel knows the database's types; its statements live in kernel/*.repo.ts.",
      from: `${server}kernel/`,
      fromNot: `${test}|\\.repo\\.ts$`,
      to: database,
      valuesOnly: true,
    },
    { why: "Only the server talks to the database.", from: "^(apps/web/src|packages)/", to: database },
  ],
  "routers-call-services": [
    {
      why: "A procedure is one line: who, in, out, which service.",
      from: `${domain}.*\\.router\\.ts$`,
      to: "\\.(repo|policy|events|jobs)\\.ts$|/kernel/transact\\.ts$",
    },
    { why: "A repository decides nothing.", from: "\\.repo\\.ts$", to: "\\.(router|service|policy|jobs|events)\\.ts$" },
    { why: "Jobs call services.", from: "\\.jobs\\.ts$", to: "\\.(repo|policy|router)\\.ts$" },
    {
      why: "A service knows no door and no vendor.",
      from: "\\.service\\.ts$",
      to: `\\.(router|jobs)\\.ts$|${server}(rpc|http|adapters)/`,
    },
    {
      why: "Root wires routers.",
      from: `${server}rpc/`,
      fromNot: test,
      to: `${server}domains/`,
      toNot: "\\.router\\.ts$",
    },
  ],
  "policies-are-pure": [
    {
      why: "A policy sees an actor and plain data.",
      from: "\\.policy\\.ts$",
      to: ".",
      toNot: `^packages/contracts/|${server}kernel/(actor|errors)\\.ts$|\\.policy\\.ts$|${server}domains/visibility/`,
    },
  ],
  "events-are-facts": [
    { why: "A fact imports no behaviour.", from: "\\.events\\.ts$", to: server, toNot: `${server}kernel/events\\.ts$` },
  ],
  "a-domain-shows-service-and-events": [
    {
      why: "Another domain is read through its service and heard through its events.",
      from: domain,
      fromNot: test,
      to: `${server}domains/(?!visibility/)`,
      toNot: `${server}domains/$1/|\\.(service|events)\\.ts$`,
    },
  ],
  "vendors-in-adapters": [
    {
      why: "A vendor's code runs behind an interface the kernel owns.",
      from: server,
      fromNot: `${test}|${server}(adapters|kernel|rpc|http)/|${server}(main|worker|compose)\\.ts$|\\.repo\\.ts$`,
      to: "node_modules/",
      toNot: "node_modules/zod/",
    },
    ...only("bentocache", "kernel/cache[^/]*"),
    ...only("opossum", "kernel/breaker"),
    ...only("pino", "kernel/log"),
    ...only("prom-client", "kernel/metrics"),
    ...only("graphile-worker", "kernel/job[^/]*"),
    ...only("ioredis", "adapters/redis[^/]*"),
    ...only("pg", "(adapters/[^/]+|kernel/job[^/]*|.*\\.repo)"),
  ],
  "env-is-read-once": [
    {
      why: "Only the entries and compose.ts know the environment.",
      from: server,
      fromNot: `${test}|${server}(main|worker|compose[^/]*)\\.ts$`,
      to: `${server}env\\.ts$`,
      valuesOnly: true,
    },
  ],
  "web-takes-only-types": [
    { why: "The browser never ships server code.", from: "^apps/web/(?!e2e/)", to: "^apps/server/", valuesOnly: true },
    {
      why: "The router's type is the server's whole face.",
      from: "^apps/web/(?!e2e/)",
      to: "^apps/server/",
      toNot: `${server}rpc/root\\.ts$`,
    },
  ],
  "features-stand-alone": [
    { why: "Routes compose features.", from: "^apps/web/src/(features|lib)/", to: "^apps/web/src/(routes/|routeTree)" },
    { why: "Features meet in a route.", from: "^apps/web/src/features/([^/]+)/", to: "^apps/web/src/features/(?!$1/)" },
    { why: "lib/ has no product words.", from: "^apps/web/src/lib/", to: "^apps/web/src/features/" },
  ],
  "tests-are-leaves": [
    {
      why: "Shipped code never imports a test.",
      from: "^(apps|packages|prisma)/",
      fromNot: `${test}|\\.config\\.ts$`,
      to: test,
    },
  ],
};

export const forbidden: GraphRule[] = [
  ...Object.entries(rules).flatMap(([name, list]) => list.map((rule) => toForbidden(name, rule))),
  { name: "no-cycle", severity: "error", comment: "Split the file that both need.", from: {}, to: { circular: true } },
  {
    name: "declared-dependencies",
    severity: "error",
    comment: "Each package declares what it imports.",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "resolvable",
    severity: "error",
    comment: "The import leads nowhere.",
    from: {},
    to: { couldNotResolve: true, pathNot: "^virtual:|routeTree\\.gen|\\.css$" },
  },
  {
    name: "no-orphan",
    severity: "error",
    comment: "Nothing imports this file.",
    from: {
      orphan: true,
      pathNot: `${test}|\\.config\\.ts$|\\.d\\.ts$|^infra/|^prisma/engine/|/(main|worker|client|server|sw)\\.tsx?$`,
    },
    to: {},
  },
];

function toForbidden(name: string, rule: Rule): GraphRule {
  return {
    name,
    severity: "error",
    comment: rule.why,
    from: { path: rule.from, ...(rule.fromNot && { pathNot: rule.fromNot }) },
    to: {
      path: rule.to,
      ...(rule.toNot && { pathNot: rule.toNot }),
      ...(rule.valuesOnly && { dependencyTypesNot: ["type-only"] }),
    },
  };
}

/** A vendor with one home in the server: elsewhere only its types may appear. */
function only(vendor: string, home: string): Rule[] {
  return [
    {
      why: `${vendor} runs in ${home} only.`,
      from: server,
      fromNot: `${test}|${server}${home}\\.ts$|${server}(main|worker|compose)\\.ts$`,
      to: `node_modules/${vendor}/`,
      valuesOnly: true,
    },
  ];
}
