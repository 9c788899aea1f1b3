import { hash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProviderName } from "@muejam/contracts/provider";
import type { Render, RenderFault } from "@muejam/contracts/rendering";
import { z } from "zod";
import { StartError } from "../kernel/errors.ts";
import { type Body, bodyOf } from "./body.ts";

/** What the web app was built to: a page that a browser fills, and a function that fills it here. */
export type WebBuild = {
  /** No other build has it. */
  id: string;
  /** The same in the browser: what its pages say they are of. */
  name: string;
  shell: Body;
  policy: string;
  fill(content: { head: string; body: string }): string;
  render: Render;
  renderFault: RenderFault;
};

/** What a page needs to sign people in with Clerk: its public key, and where its Clerk answers browsers. */
export type ClerkWeb = { publishableKey: string; origin: string };
/** Who signs people in here: Clerk, or we ourselves, and then which other services besides. */
export type WaysIn = { clerk?: ClerkWeb | null; providers?: readonly ProviderName[] };
export type Following = WaysIn & { lookEveryMs?: number; onBuild?: () => Promise<void> };

/** A build under a running server names other assets: it is followed, for a glance at the files' times now and then. */
export async function followBuild(
  folder: string,
  { lookEveryMs = 1000, onBuild = async () => undefined, ...ways }: Following = {},
): Promise<() => Promise<WebBuild>> {
  const look = () => findFiles(folder);
  let files = await look().catch(() => {
    throw new StartError(`The web app is not built: there is no page, or nothing that renders it, in ${folder}.`);
  });
  let build = await readBuild(files, ways);
  await onBuild();
  let lookedAt = performance.now();
  return async () => {
    if (performance.now() - lookedAt < lookEveryMs) return build;
    lookedAt = performance.now();
    try {
      const latest = await look();
      if (latest.pageTime !== files.pageTime || latest.entry !== files.entry) {
        build = await readBuild(latest, ways);
        await onBuild();
      }
      files = latest;
    } catch {
      // Away while it is being built: the old one is better than none.
    }
    return build;
  };
}

/** Each build gives `entry` another name. */
type Files = { page: string; pageTime: number; entry: string };

async function findFiles(folder: string): Promise<Files> {
  const page = join(folder, "client/index.html");
  const [{ mtimeMs }, names] = await Promise.all([stat(page), readdir(join(folder, "server"))]);
  const entry = names.find((name) => /^server-[\w-]+\.js$/.test(name));
  if (entry === undefined) throw new Error("There is no entry.");
  return { page, pageTime: mtimeMs, entry: join(folder, "server", entry) };
}

const isFunction = (value: unknown): boolean => typeof value === "function";
const Entry = z.object({ render: z.custom<Render>(isFunction), renderFault: z.custom<RenderFault>(isFunction) });

async function readBuild({ page, entry }: Files, ways: WaysIn): Promise<WebBuild> {
  const built = await readFile(page, "utf8");
  const shell = built.replace("<!--head-->", `${marksOf(ways)}<!--head-->`);
  const [before, between, after] = splitPage(shell);
  const [, name] = /<meta name="build" content="([\w-]+)"/.exec(shell) ?? [];
  if (name === undefined) throw new StartError("The web app's page does not say which build it is of.");
  const made = Entry.parse(await import(pathToFileURL(entry).href));
  return {
    id: hash("sha256", entry + shell, "base64url").slice(0, 22),
    name,
    shell: bodyOf(shell),
    policy: policyFor(built, ways.clerk ?? null),
    fill: ({ head, body }) => before + head + between + body + after,
    ...made,
  };
}

/** Around what a rendered page has of its own. */
function splitPage(page: string): [string, string, string] {
  const parts = page.split(/<!--head-->[\s\S]*?<!--\/head-->|<!--body-->[\s\S]*?<!--\/body-->/);
  const [before, between, after] = parts;
  if (before === undefined || between === undefined || after === undefined || parts.length > 3)
    throw new StartError("The web app's page does not say where its head and its body go.");
  return [before, between, after];
}

/** By this a page knows who signs people in: one build serves all. The key was judged when it was read. */
function marksOf({ clerk, providers = [] }: WaysIn): string {
  const mark = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
  const key = clerk ? mark("clerk-publishable-key", clerk.publishableKey) : "";
  return key + (providers.length > 0 ? mark("providers", providers.join(" ")) : "");
}

/**
 * No nonces, which would make every page unique: the theme script is allowed by its hash. Taken from the page as it was
 * built, so that nothing that somebody wrote into it later is ever allowed.
 */
function policyFor(page: string, clerk: ClerkWeb | null): string {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = ""]) => `'sha256-${hash("sha256", code, "base64")}'`,
  );
  const { script, style, img, connect, worker, frame } = clerk ? clerkNeeds(clerk) : ownAlone;
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts, ...script].join(" ")}`,
    `style-src ${["'self'", ...style].join(" ")}`,
    // A picture that not everybody may see is fetched by its reader's name, and shown from there.
    `img-src ${["'self'", "blob:", ...img].join(" ")}`,
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(" ")}`,
    "manifest-src 'self'",
    `worker-src ${["'self'", ...worker].join(" ")}`,
    ...(frame.length > 0 ? [`frame-src ${frame.join(" ")}`] : []),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const ownAlone = { script: [], style: [], img: [], connect: [], worker: [], frame: [] };

/** What Clerk documents that its forms need: its script and the test for robots, styles that it writes, and a worker. */
const clerkNeeds = ({ origin }: ClerkWeb) => ({
  script: [origin, "https://challenges.cloudflare.com"],
  style: ["'unsafe-inline'"],
  img: ["https://img.clerk.com"],
  connect: [origin],
  worker: ["blob:"],
  frame: ["https://challenges.cloudflare.com"],
});
