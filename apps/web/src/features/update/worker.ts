import type { Served } from "../../lib/newer-build.ts";

/**
 * What stands between this browser and the server, as the server wants it. Switched off, whatever is here asks for its
 * successor, which removes itself. A browser that allows none of this does without.
 */
export async function settleWorker({ worker }: Served, isOld: boolean): Promise<void> {
  try {
    if (worker === "on") {
      const registration = await navigator.serviceWorker.register("/worker.js", { updateViaCache: "none" });
      if (isOld) await registration.update();
    } else for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.update();
  } catch {
    // Nothing depends on it.
  }
}
