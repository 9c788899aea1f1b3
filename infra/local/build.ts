import { Fault } from "./fault.ts";
import { execute, type Surroundings } from "./step.ts";

/** Tools are told to keep to this machine. */
export const QUIET = {
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

export const turbo = (...tasks: string[]): string[] => [
  "turbo",
  "run",
  ...tasks,
  "--continue=dependencies-successful",
  "--output-logs=errors-only",
];

/** The database client and the web app, made again only where their sources changed. */
export async function build({ env, signal }: Surroundings): Promise<void> {
  const { code, output } = await execute(turbo("generate", "build"), { env: { ...env, ...QUIET }, signal });
  if (code !== 0 && !signal.aborted) throw new Fault(`The build failed.\n${output}`);
}
