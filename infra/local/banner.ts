import { relative } from "node:path";
import { checkout, type Home } from "./home.ts";

type Facts = {
  address: string;
  home: Home;
  isEmbedded: boolean;
  hasRedis: boolean;
  hasDemo: boolean;
  mail: string;
  signIn: string;
};

const demo = "reader@muejam.test, author@…, moderator@… and admin@muejam.test, password lantern-paper-harbor";

export function printBanner({ address, home, isEmbedded, hasRedis, hasDemo, mail, signIn }: Facts): void {
  const parts = [
    `Postgres: ${isEmbedded ? "embedded" : "yours"}`,
    `cache: ${hasRedis ? "Redis" : "memory"}`,
    `jobs: ${hasRedis ? "a process of their own" : "in the server"}`,
    `mail: ${mail}`,
    `sign-in: ${signIn}`,
  ];
  const lines: [string, string][] = [
    ["Address", strong(address)],
    ["Parts", parts.join(" · ")],
    ...(hasDemo ? [["Accounts", demo] as [string, string]] : []),
    ["Data", `${home.folder}  (${dangerTo(home)}npm run backup keeps a copy)`],
    ["Log", home.serverLog],
  ];
  const table = lines.map(([label, text]) => `  ${label.padEnd(9)}${text}`).join("\n");
  process.stdout.write(`\n  ${strong("MueJam is running")}\n\n${table}\n\n  Ctrl-C ends everything.\n\n`);
}

function dangerTo({ folder }: Home): string {
  return relative(checkout, folder).startsWith("..") ? "" : "git clean -fdx deletes it; ";
}

function strong(text: string): string {
  return process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text;
}
