import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf, Fault } from "./fault.ts";
import { type Identity, identityOf, stateOf } from "./identity.ts";

export type Holder = Identity & { command: string; address?: string };
export type Lock = { describe(address: string): void; release(): void };

/** Null when nobody holds it; a holder in another container counts as one, since it cannot be asked. */
export function holderOf(file: string): Holder | null {
  const holder = read(file);
  return holder && stateOf(holder) !== "dead" ? holder : null;
}

export async function takeLock(file: string, command: string): Promise<Lock> {
  const mine: Holder = { ...identityOf(process.pid), command };
  while (!create(file, mine)) {
    const holder = read(file);
    if (!holder) continue;
    refuseBusy(file, holder);
    await takeOver(file, mine);
  }
  return {
    describe: (address) => replace(file, { ...mine, address }),
    release: () => {
      const holder = read(file);
      if (holder?.pid === mine.pid && holder.started === mine.started) rmSync(file, { force: true });
    },
  };
}

export function refuseBusy(file: string, holder: Holder | null): void {
  const state = holder ? stateOf(holder) : "dead";
  if (holder && state === "alive") throw new Fault(busySentence(holder));
  if (holder && state === "elsewhere") throw new Fault(elsewhereSentence(file, holder));
}

/** Two takers of one dead lock must not both win: whoever holds the second file looks again before replacing. */
async function takeOver(file: string, mine: Holder): Promise<void> {
  const turn = `${file}.turn`;
  if (!create(turn, mine)) {
    if (Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 10_000)
      rmSync(turn, { force: true });
    await pause(50);
    return;
  }
  try {
    const holder = read(file);
    if (holder && stateOf(holder) === "dead") rmSync(file);
  } finally {
    rmSync(turn, { force: true });
  }
}

function create(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function replace(file: string, holder: Holder): void {
  writeFileSync(`${file}.new`, JSON.stringify(holder));
  renameSync(`${file}.new`, file);
}

function read(file: string): Holder | null {
  for (let attempt = 0; ; attempt++) {
    try {
      return JSON.parse(readFileSync(file, "utf8")) as Holder;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      // Its writer may be between creating and filling it.
      if (attempt > 1_000)
        throw new Fault(`The lock ${file} cannot be read; delete it if nothing of MueJam is running.`);
    }
  }
}

const busySentence = ({ command, pid, address }: Holder) =>
  `MueJam is already running from this folder${address ? ` at ${address}` : ""} (npm run ${command}, process ${pid}).`;

const elsewhereSentence = (file: string, { host }: Holder) =>
  `This folder is in use by another container or machine (${host}); if that one is gone for good, delete ${file} and start again.`;
