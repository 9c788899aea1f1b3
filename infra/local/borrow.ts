import { startEmbedded, type Urls, urlsOfRunning } from "./database.ts";
import { Fault } from "./fault.ts";
import type { Home } from "./home.ts";
import { stateOf } from "./identity.ts";
import { keysFor } from "./keys.ts";
import { holderOf, refuseBusy, takeLock } from "./lock.ts";

export type Borrowed = { urls: Urls; giveBack(): Promise<void> };

/** The embedded server of a home: the one that `npm start` has running, else one started for the while. */
export async function borrowEmbedded(home: Home, command: string): Promise<Borrowed> {
  const holder = holderOf(home.lock);
  if (holder?.command === "start" && stateOf(holder) === "alive") {
    if (!holder.address) throw new Fault("MueJam is just starting; try again when it is running.");
    return { urls: urlsOfRunning(home), giveBack: async () => undefined };
  }
  refuseBusy(home.lock, holder);
  const lock = await takeLock(home.lock, command);
  try {
    // Before the data, or the first start would take them for lost.
    keysFor(home, process.env);
    const { urls, stop } = await startEmbedded(home);
    const giveBack = async (): Promise<void> => {
      await stop();
      lock.release();
    };
    return { urls, giveBack };
  } catch (error) {
    lock.release();
    throw error;
  }
}
