import { Fault } from "./fault.ts";
import { execute, type Surroundings } from "./step.ts";

/** Stories to read and accounts to try, on a database of our own; a second time it finds them there. */
export async function sowLibrary({ env, signal }: Surroundings): Promise<void> {
  const { code, output } = await execute(["node", "apps/server/src/seed.ts"], { env, signal });
  if (code !== 0 && !signal.aborted) throw new Fault(`The library could not be sown.\n${output}`);
}
