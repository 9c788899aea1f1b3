import { Client } from "pg";
import { readEnv } from "../../apps/server/src/env.ts";
import { codeOf, Fault, messageOf } from "./fault.ts";
import { assertWritable, type Home } from "./home.ts";
import { freshKeys } from "./keys.ts";
import { holderOf, refuseBusy } from "./lock.ts";
import { whyTaken } from "./port.ts";

/** Everything that would stop a start, said before anything is started. */
export async function assertCanStart(home: Home, env: NodeJS.ProcessEnv): Promise<void> {
  const unwritable = sentencesOf(() => assertWritable(home));
  // A second start finds the port busy as well; the true reason is enough.
  if (unwritable.length === 0) refuseBusy(home.lock, holderOf(home.lock));
  const faults = [...unwritable, ...environmentFaults(env), ...(await portFaults(env)), ...(await databaseFaults(env))];
  if (faults.length > 0) throw new Fault(...faults);
}

/** The server checks its environment itself; asked beforehand, its faults are told together with ours. */
function environmentFaults(env: NodeJS.ProcessEnv): string[] {
  const made = env["NODE_ENV"] === "production" ? {} : freshKeys("any");
  return sentencesOf(() => readEnv({ DATABASE_URL: "postgresql://127.0.0.1/muejam", ...made, ...given(env) }));
}

async function portFaults(env: NodeJS.ProcessEnv): Promise<string[]> {
  const port = Number(env["PORT"] || 3000);
  const host = env["HOST"] || "127.0.0.1";
  if (!Number.isInteger(port) || port < 1 || port > 65535) return [];
  const reason = await whyTaken(port, host);
  if (reason === null) return [];
  if (reason === "EADDRINUSE")
    return [`Port ${port} is taken by another program; end that one, or choose another with PORT.`];
  if (reason === "EACCES") return [`Port ${port} is not allowed for this user; choose one above 1023 with PORT.`];
  return [`MueJam cannot listen on ${host}:${port} (${reason}); look at HOST and PORT.`];
}

async function databaseFaults(env: NodeJS.ProcessEnv): Promise<string[]> {
  const names = ["DATABASE_URL", "DIRECT_DATABASE_URL"].filter((name) => /^postgres(ql)?:/.test(env[name] ?? ""));
  const faults = await Promise.all(names.map((name) => databaseFault(name, env[name] ?? "")));
  return faults.filter((fault) => fault !== null);
}

async function databaseFault(name: string, url: string): Promise<string | null> {
  if (!URL.canParse(url)) return null;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    const { host, pathname } = new URL(url);
    return `The database ${host}${pathname} does not let us in: ${codeOf(error) === "ECONNREFUSED" ? "nothing listens there" : messageOf(error)} (${name}).`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function sentencesOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Fault) return [...error.sentences];
    if (error instanceof Error && error.name === "StartError") return [error.message];
    throw error;
  }
}

function given(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value));
}
