import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Fault, messageOf } from "./fault.ts";
import type { Home } from "./home.ts";

const NAMES = ["FIELD_KEYS", "CURSOR_KEYS", "SIGNING_KEYS", "TOKEN_KEYS"] as const;
/** Rings that installations made before them do not have. */
const LATER = ["TOKEN_KEYS"] as const;

/**
 * The key rings of a development installation. In production the file is neither made nor read: keys that nobody keeps safe
 * would one day be lost together with everything they sealed.
 */
export function keysFor(home: Home, env: NodeJS.ProcessEnv): Record<string, string> {
  const missing = NAMES.filter((name) => !env[name]);
  if (env["NODE_ENV"] === "production" || missing.length === 0) return {};
  if (!existsSync(home.keys)) {
    if (existsSync(home.postgres))
      throw new Fault(
        `${home.keys} is missing, without which sealed data in ${home.postgres} is lost; put it back from a backup.`,
      );
    create(home.keys);
  }
  const keys = complete(home.keys, read(home.keys));
  return Object.fromEntries(missing.map((name) => [name, keys[name] ?? ""]));
}

/** A key of its own for every ring. */
export const freshKeys = (id: string): Record<string, string> =>
  Object.fromEntries(NAMES.map((name) => [name, newKey(id)]));

function create(file: string): void {
  const keys = freshKeys("local");
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true });
  // Never over a file that another process has made in between.
  linkSync(whole, file);
  rmSync(whole);
}

/** Only a ring that is new to this installation is added: nothing can have been sealed with it. */
function complete(file: string, keys: Record<string, string>): Record<string, string> {
  const added = LATER.filter((name) => !keys[name]).map((name) => [name, newKey("local")]);
  if (added.length === 0) return keys;
  const whole = { ...keys, ...Object.fromEntries(added) };
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.${process.pid}`, file);
  return whole;
}

const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64url")}`;

function read(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch (error) {
    throw new Fault(`${file} is damaged (${messageOf(error)}); put it back from a backup.`);
  }
}
