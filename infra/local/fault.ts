/** Something the person at the keyboard can put right: shown as plain sentences, never with a stack. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly sentences: readonly string[];

  constructor(...sentences: string[]) {
    super(sentences.join("\n"));
    this.sentences = sentences;
  }
}

/** Runs a command's main function and ends the process with its exit code. */
export async function run(main: () => Promise<number>): Promise<void> {
  try {
    process.exit(await main());
  } catch (error) {
    if (error instanceof Fault) for (const sentence of error.sentences) process.stderr.write(`${sentence}\n`);
    else console.error(error);
    process.exit(1);
  }
}

export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
