import { join } from "node:path";
import { freshKeys } from "../../../infra/local/keys.ts";
import { freePort } from "../../../infra/local/port.ts";
import { freshDatabase } from "../../../infra/local/scratch-database.ts";
import { type Running, spawnServer, waitUntilReady } from "../../../infra/local/server.ts";
import { openClerk } from "./clerk.ts";
import { test as base } from "./page.ts";

type Issuer = "built-in" | "clerk";
export type House = Awaited<ReturnType<typeof openHouse>>;

/** A server of the journey's own, on a database of its own, whose operator turns from one issuer to the other. */
export const test = base.extend<object, { house: House }>({
  house: [
    async ({ browserName: _any }, give, { project }) => {
      const house = await openHouse(join(project.outputDir, "clerk-server.log"));
      await give(house);
      await house.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: ({ house }, give) => give(house.address),
  context: async ({ context, house }, give) => {
    await house.clerk.answerIn(context);
    await give(context);
  },
});

async function openHouse(log: string) {
  const [urls, port, clerk] = await Promise.all([
    freshDatabase(process.env["TEST_DATABASE_URL"] ?? "", "muejam_clerk_test"),
    freePort(),
    openClerk(),
  ]);
  const address = `http://127.0.0.1:${port}`;
  const place = { EMBEDDED: "postgres", HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: address };
  const env = { ...process.env, ...urls, ...freshKeys("test"), ...place, TRUSTED_PROXIES: "127.0.0.1" };
  let open: { issuer: Issuer; server: Running } | null = null;
  return {
    address,
    clerk,
    async turnTo(issuer: Issuer) {
      if (open?.issuer === issuer) return;
      await open?.server.stop();
      open = { issuer, server: spawnServer("main", { env: { ...env, ...(issuer === "clerk" && clerk.env) }, log }) };
      await waitUntilReady(address, [open.server], AbortSignal.timeout(60_000));
    },
    async close() {
      await open?.server.stop();
      clerk.close();
    },
  };
}
