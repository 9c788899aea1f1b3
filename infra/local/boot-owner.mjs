import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * Root in a checkout that belongs to somebody else works as that person, so that nothing is left behind that its owner
 * could neither change nor delete.
 */
export function becomeOwner(checkout) {
  const { uid, gid } = statSync(checkout);
  if (process.getuid?.() !== 0 || uid === 0) return;
  const [name, , , , , home] = passwdEntryOf(uid);
  if (name) process.initgroups(name, gid);
  else process.setgroups([gid]);
  process.setgid(gid);
  process.setuid(uid);
  const muejamHome = resolve(checkout, process.env.MUEJAM_HOME || ".muejam", "home");
  const own = [process.env.HOME, home].find((folder) => folder && isWritable(folder)) ?? muejamHome;
  mkdirSync(own, { recursive: true });
  process.env.HOME = own;
  if (name) process.env.USER = process.env.LOGNAME = name;
  // Root's own folders, passed on by npm or the login shell, are closed to the owner.
  const folders = [
    "TMPDIR",
    "PNPM_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
  ];
  const files = ["npm_config_prefix", "npm_config_userconfig", "npm_config_globalconfig", "npm_config_init_module"];
  for (const key of folders) if (process.env[key] && !isWritable(process.env[key])) delete process.env[key];
  for (const key of files) if (process.env[key] && !isReadable(process.env[key])) delete process.env[key];
}

/** An npm that ran as root before may have left a cache in which nobody else can write. */
export function useWritableCache(checkout) {
  const wanted = process.env.npm_config_cache || join(process.env.HOME || checkout, ".npm");
  if (["", "_cacache", "_npx", "_logs"].every((part) => isWritable(join(wanted, part)))) return;
  process.env.npm_config_cache = resolve(checkout, process.env.MUEJAM_HOME || ".muejam", "home/.npm");
}

/** A folder that does not exist yet is as writable as the one it would be made in. */
function isWritable(folder) {
  return existsSync(folder)
    ? can(folder, constants.W_OK | constants.X_OK)
    : folder !== dirname(folder) && isWritable(dirname(folder));
}

function isReadable(file) {
  return can(file, constants.R_OK);
}

function can(path, mode) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

function passwdEntryOf(uid) {
  const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  return lines.map((line) => line.split(":")).find((fields) => fields[2] === String(uid)) ?? [];
}
