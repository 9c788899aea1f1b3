import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../kernel/errors.ts";
import { randomId } from "../kernel/ids.ts";

const keptDays = 30;
const dayMs = 86_400_000;

/**
 * Puts the files of the present build where they outlive it, and drops what was part of none for 30 days: a tab that is
 * open over a deploy still gets what it asks for. Files are named after their content, so those of two builds agree.
 */
export function openAssetKeeper(from: string, folder: string): () => Promise<void> {
  const keep = () =>
    keepAssets(from, folder).catch((error: unknown) => {
      throw new StartError(`ASSETS_FOLDER, ${folder}, keeps nothing: ${String(error)}`);
    });
  // A build that is served for months is as young as yesterday when the next one takes its place.
  setInterval(() => void keep().catch(() => undefined), dayMs).unref();
  return keep;
}

async function keepAssets(from: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [present, kept] = await Promise.all([readdir(from), readdir(folder)]);
  const now = new Date();
  for (const name of present) {
    const file = join(folder, name);
    if (!kept.includes(name)) await copyWhole(join(from, name), file);
    await utimes(file, now, now);
  }
  for (const name of kept) {
    if (present.includes(name)) continue;
    const file = join(folder, name);
    const seen = await stat(file).catch(() => null);
    // Another process may have been quicker.
    if (seen && now.getTime() - seen.mtimeMs > keptDays * dayMs) await rm(file, { force: true });
  }
}

/** Never half of a file under its name: others serve from here. */
async function copyWhole(file: string, to: string): Promise<void> {
  const part = `${to}.${randomId()}`;
  await copyFile(file, part);
  await rename(part, to);
}
