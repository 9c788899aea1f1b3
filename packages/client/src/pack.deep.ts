import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { codeIn } from "@muejam/server/testing/app-codes";
import { startMain } from "@muejam/server/testing/main-process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMuejam } from "./client.ts";
import { guard, joinMuejam, newAddress, password, signUp } from "./test/person.ts";

const own = join(import.meta.dirname, "..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "muejam-client-")));
const staff = newAddress();
const main = await startMain({ EMBEDDED: "postgres", ADMIN_EMAILS: staff, TRUSTED_PROXIES: "127.0.0.1" });
afterAll(async () => {
  await main.stop();
  rmSync(folder, { recursive: true });
});

const [asAuthor, asReader] = await Promise.all([joinMuejam(main.address), joinMuejam(main.address)]);
let tours = 0;

const tsc = join(own, "node_modules/.bin/tsc");
const strict = {
  module: "nodenext",
  target: "es2022",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmitOnError: true,
};

beforeAll(() => {
  execFileSync("npm", ["pack", "--pack-destination", folder], { cwd: own, stdio: "pipe" });
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  execFileSync("npm", ["install", "--offline", "--no-audit", `./${tarball}`], { cwd: folder, stdio: "pipe" });
});

/** Type-checks a program in the empty folder, and leaves it there as JavaScript. */
function compile(name: string, text: string, options: object): void {
  writeFileSync(join(folder, `${name}.ts`), text);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...strict, ...options }, files: [`${name}.ts`] }),
  );
  execFileSync(tsc, ["-p", "."], { cwd: folder, encoding: "utf8" });
}

const program = (name: string) =>
  readFileSync(join(own, `examples/${name}.ts`), "utf8").replace('"../src/client.ts"', '"@muejam/client"');
const forNode = { lib: ["es2022"], typeRoots: [join(own, "node_modules/@types")], types: ["node"] };

test("needs nothing, and holds nothing of the server", () => {
  expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["@muejam"]);
  const dist = join(folder, "node_modules/@muejam/client/dist");
  const code = readdirSync(dist).filter((name) => /\.(js|d\.ts)$/.test(name));
  const suspicious = /prisma|transact|\.repo|apps\/server|node_modules|process\.env|from "[^.][^"]*"/i;
  for (const name of code)
    expect([name, suspicious.exec(readFileSync(join(dist, name), "utf8"))?.[0]]).toEqual([name, undefined]);
  expect(code).toContain("client.js");
});

test("is typed for a browser's program", () => {
  const options = { lib: ["es2022", "dom"], types: [], module: "preserve", moduleResolution: "bundler" };
  compile(
    "page",
    'import { createMuejam } from "@muejam/client";\nexport const muejam = createMuejam({ url: "/" });\n',
    options,
  );
  const wrong =
    'import { createMuejam } from "@muejam/client";\nawait createMuejam({ url: "/" }).story.byRef.query({ ref: 1 });\n';
  const told = "Type 'number' is not assignable to type 'string'";
  expect(() => compile("wrong", wrong, options)).toThrow(
    expect.objectContaining({ stdout: expect.stringContaining(told) }),
  );
});

test.each(nodes())("Node %s takes the tour", async (_, node) => {
  compile("tour", program("tour"), forNode);
  const reader = asReader(
    (await asReader().profile.create.mutate({ handle: `at_${++tours}`, displayName: "Rosa" })).id,
  );
  const author = asAuthor();
  const { secret } = await author.account.createKey.mutate({ name: "tour", scopes: ["read", "write"] });
  const { actingAs } = await author.account.me.query();

  const env = { MUEJAM_URL: main.address, MUEJAM_KEY: secret ?? "" };
  const tour = spawn(node, ["tour.js"], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(tour, "exit");
  const said: string[] = [];
  for await (const line of createInterface({ input: tour.stdout })) {
    said.push(line);
    if (line === "stream: live") await reader.social.followProfile.mutate({ profileId: actingAs, isFollowing: true });
  }
  // A badge for the first chapter is a hint too, and comes when its job has run: before the follower or never.
  const told = said.filter((line) => !line.startsWith("hint: badge-awarded"));
  expect([await ended, told]).toEqual([
    [0, null],
    [
      "draft: version 1, 7 words",
      expect.stringMatching(/^refused: DRAFT_CHANGED \(409\), This chapter was saved elsewhere/),
      expect.stringMatching(/^published: \/s\/the-ferry-\w{10}\/1-night$/),
      expect.stringMatching(/^story: The Ferry, by /),
      "chapter: Night, 7 words, one of 1",
      "stream: connecting",
      "stream: live",
      expect.stringMatching(/^hint: new-follower, number \d+$/),
    ],
  ]);
});

test("an administrator's terminal asks for an account to be opened again, and stops that", async () => {
  compile("recovery", program("recovery"), forNode);
  const secret = await guard(main.address, await signUp(main.address, staff));
  const lost = newAddress();
  const token = await signUp(main.address, lost);
  const { me } = createMuejam({ url: main.address, getToken: () => token }).account;
  const { profiles } = await me.query();
  await guard(main.address, token);
  let ahead = -1;
  const run = async (...args: string[]) => {
    // A code is taken once: each run has the next one.
    ahead += 1;
    const answers = { "Address: ": staff, "Password: ": password, "Code: ": codeIn(secret, ahead) };
    const env = { MUEJAM_URL: main.address };
    const terminal = spawn(process.execPath, ["recovery.js", ...args], { cwd: folder, env });
    const ended = once(terminal, "exit");
    let said = "";
    terminal.stdout.on("data", (text) => {
      said += text;
    });
    terminal.stderr.on("data", (text: Buffer) => {
      for (const [question, answer] of Object.entries(answers))
        if (text.toString().includes(question)) terminal.stdin.write(`${answer}\n`);
    });
    return [(await ended)[0], said] as const;
  };
  const [code, asked] = await run("ask", profiles[0]?.handle ?? "", "case:42");
  expect([code, asked]).toEqual([0, expect.stringContaining("dueAt")]);
  const [id = ""] = /[\da-f]{8}-[\da-f-]{27}/.exec(asked) ?? [];
  expect(await run("stop", id)).toEqual([0, expect.stringContaining(id)]);
});

/** Every Node of this machine that the client is for, by its version. */
function nodes(): [string, string][] {
  const files = (process.env["PATH"] ?? "").split(delimiter).map((place) => join(place, "node"));
  const versions = [process.execPath, ...files]
    .filter((file) => existsSync(file))
    .map((file): [string, string] => [execFileSync(file, ["--version"], { encoding: "utf8" }).trim(), file])
    .filter(([version]) => Number(/^v(\d+)/.exec(version)?.[1]) >= 20);
  return [...new Map(versions)];
}
