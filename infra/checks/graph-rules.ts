import type { IForbiddenRuleType } from "dependency-cruiser";

export type GraphRule = IForbiddenRuleType & { name: string; comment: string };

/** What a file at `from` must not import. `valuesOnly` lets its types through. */
type Ban = { why: string; from: string; fromNot?: string; to: string; toNot?: string; valuesOnly?: true };

const server = "^apps/server/src/";
const domain = `${server}domains/([^/]+)/`;
const test = "\\.(test|deep|e2e)\\.tsx?$|/src/test/|^apps/web/e2e/|^prisma/testing/";
const entry = `${server}(main|worker|operate|seed|compose[^/]*)\\.ts$`;
const database = "^prisma/|(^|node_modules/)(pg|@prisma)(/|$)";

const bans: Record<string, Ban> = {
  "packages-know-no-app": {
    why: "A package is used by apps, never the other way.",
    from: "^(packages/(?!client/)|prisma/)",
    to: "^apps/",
  },
  "client-takes-only-types": {
    why: "The client knows the router's type, nothing else; its proof starts a server.",
    from: "^packages/client/",
    fromNot: test,
    to: "^apps/",
    valuesOnly: true,
  },
  "contracts-are-a-leaf": {
    why: "Contracts know zod and each other.",
    from: "^packages/contracts/",
    fromNot: test,
    to: ".",
    toNot: "^packages/contracts/|(^|node_modules/)zod(/|$)",
  },
  "ui-has-no-product-words": {
    why: "Primitives know no contract.",
    from: "^packages/ui/",
    to: "^packages/(?!ui/)",
  },
  "prose-is-a-leaf": {
    why: "The document runs in the server, the browser and a test alike: no DOM, no Node, no app.",
    from: "^packages/prose/",
    fromNot: `${test}|\\.config\\.ts$`,
    to: ".",
    toNot: "^packages/prose/|(^|node_modules/)(prosemirror-model|node-diff3)(/|$)",
  },
  "readers-load-no-editor": {
    why: "Only the editor needs ProseMirror; whoever renders or checks a document must not ship it.",
    from: "^packages/prose/",
    fromNot: `${test}|editor-schema\\.ts$`,
    to: "(^|node_modules/)prosemirror|editor-schema\\.ts$",
  },
  "kernel-knows-no-domain": {
    why: "The kernel serves every domain alike.",
    from: `${server}kernel/`,
    fromNot: test,
    to: `${server}(?!kernel/)`,
  },
  "adapters-know-the-kernel": {
    why: "An adapter stands behind an interface of the kernel.",
    from: `${server}adapters/`,
    fromNot: test,
    to: `${server}(domains|rpc|http)/`,
  },
  "sql-in-repos-only": {
    why: "Queries live in *.repo.ts; others hand ctx.db on.",
    from: server,
    fromNot: `${test}|\\.repo\\.ts$|${server}(adapters/|kernel/)|${entry}`,
    to: database,
    valuesOnly: true,
  },
  "kernel-sql-in-repos-only": {
    why: "The kernel knows the database's types; its statements live in kernel/*.repo.ts.",
    from: `${server}kernel/`,
    fromNot: `${test}|\\.repo\\.ts$|${server}kernel/job[^/]*\\.ts$`,
    to: database,
    valuesOnly: true,
  },
  "server-owns-the-database": {
    why: "The browser and the packages know no database.",
    from: "^(apps/web/src|packages)/",
    to: database,
  },
  "routers-call-services": {
    why: "A procedure is one line: who, in, out, which service.",
    from: `${domain}.*\\.router\\.ts$`,
    to: "\\.(repo|policy|events|jobs)\\.ts$|/kernel/transact\\.ts$",
  },
  "repos-decide-nothing": {
    why: "A repository asks and answers.",
    from: "\\.repo\\.ts$",
    to: "\\.(router|service|policy|jobs|events)\\.ts$",
  },
  "jobs-call-services": {
    why: "A job names its payload and its service.",
    from: "\\.jobs\\.ts$",
    to: "\\.(repo|policy|router)\\.ts$",
  },
  "services-know-no-door": {
    why: "A service serves a procedure, a job and a test alike.",
    from: "\\.service\\.ts$",
    to: `\\.(router|jobs)\\.ts$|${server}(rpc|http|adapters)/`,
  },
  "root-wires-routers": {
    why: "What a procedure does is the domain's matter.",
    from: `${server}rpc/`,
    fromNot: test,
    to: `${server}domains/`,
    toNot: "\\.router\\.ts$",
  },
  "policies-are-pure": {
    why: "A policy sees an actor and plain data.",
    from: "\\.policy\\.ts$",
    to: ".",
    toNot: `^packages/(contracts|prose)/|${server}kernel/(actor|errors)\\.ts$|\\.policy\\.ts$|${server}domains/visibility/`,
  },
  "events-are-facts": {
    why: "A fact imports no behaviour.",
    from: "\\.events\\.ts$",
    to: server,
    toNot: `${server}kernel/events\\.ts$`,
  },
  "a-domain-shows-service-and-events": {
    why: "Another domain is read through its service and heard through its events.",
    from: domain,
    fromNot: test,
    to: `${server}domains/(?!visibility/)`,
    toNot: `${server}domains/$1/|\\.(service|events)\\.ts$`,
  },
  "vendors-in-adapters": {
    why: "A vendor's code runs behind an interface the kernel owns.",
    from: server,
    fromNot: `${test}|${server}(adapters|kernel|rpc|http)/|${entry}|\\.repo\\.ts$`,
    to: "node_modules/",
    toNot: "node_modules/zod/",
  },
  ...home("bentocache", "(kernel/cache[^/]*|adapters/[^/]+)"),
  ...home("opossum", "kernel/breaker"),
  ...home("pino", "kernel/log"),
  ...home("prom-client", "kernel/[^/]+"),
  ...home("graphile-worker", "kernel/job[^/]*"),
  ...home("ioredis", "adapters/[^/]+"),
  ...home("pg", "(adapters/[^/]+|kernel/job[^/]*|.*\\.repo)"),
  "env-is-read-once": {
    why: "Only the entries and compose.ts know the environment.",
    from: server,
    fromNot: `${test}|${entry}`,
    to: `${server}env\\.ts$`,
    valuesOnly: true,
  },
  "web-takes-only-types": {
    why: "The browser never ships server code.",
    from: "^apps/web/(?!e2e/)",
    to: "^apps/server/",
    valuesOnly: true,
  },
  "web-knows-the-router-type": {
    why: "The router's type is the server's whole face.",
    from: "^apps/web/(?!e2e/)",
    to: "^apps/server/",
    toNot: `${server}rpc/root\\.ts$`,
  },
  "features-know-no-route": {
    why: "Routes compose features.",
    from: "^apps/web/src/(features|lib)/",
    to: "^apps/web/src/(routes/|route-tree)",
  },
  "features-stand-alone": {
    why: "Two features meet in a route.",
    from: "^apps/web/src/features/([^/]+)/",
    to: "^apps/web/src/features/(?!$1/)",
  },
  "lib-has-no-product-words": {
    why: "lib/ serves every feature alike.",
    from: "^apps/web/src/lib/",
    to: "^apps/web/src/features/",
  },
  "tests-are-leaves": {
    why: "Shipped code never imports a test.",
    from: "^(apps|packages|prisma)/",
    fromNot: `${test}|\\.config\\.ts$`,
    to: test,
  },
};

export const forbidden: GraphRule[] = [
  ...Object.entries(bans).map(([name, ban]) => toForbidden(name, ban)),
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
    to: { couldNotResolve: true, pathNot: "^virtual:|route-tree\\.gen|\\.css$" },
  },
  {
    name: "no-orphan",
    severity: "error",
    comment: "Nothing imports this file.",
    from: {
      orphan: true,
      pathNot: `${test}|\\.config\\.ts$|\\.d\\.ts$|^infra/|^prisma/(engine/.*|[^/]+\\.ts$)|^apps/web/(src/routes|worker)/|/(main|worker|operate|seed|client|server|sw)\\.tsx?$`,
    },
    to: {},
  },
];

function toForbidden(name: string, ban: Ban): GraphRule {
  return {
    name,
    severity: "error",
    comment: ban.why,
    from: { path: ban.from, ...(ban.fromNot && { pathNot: ban.fromNot }) },
    to: {
      path: ban.to,
      ...(ban.toNot && { pathNot: ban.toNot }),
      ...(ban.valuesOnly && { dependencyTypesNot: ["type-only"] }),
    },
  };
}

/** A vendor with one home in the server: elsewhere only its types may appear. */
function home(vendor: string, path: string): Record<string, Ban> {
  const why = `${vendor} runs in ${path} only.`;
  const fromNot = `${test}|${server}${path}\\.ts$|${entry}`;
  return { [`home-of-${vendor}`]: { why, from: server, fromNot, to: `node_modules/${vendor}/`, valuesOnly: true } };
}
