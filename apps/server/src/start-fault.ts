import { StartError } from "./kernel/errors.ts";

/** A process that cannot start says why in a sentence and ends; only a bug shows its stack. */
export async function orSayWhy(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}
