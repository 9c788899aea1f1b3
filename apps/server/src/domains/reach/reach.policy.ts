import { AppError } from "../../kernel/errors.ts";

/** Of a person; a key must not find out by it which faces belong together, and is not asked. */
export function assertNotOwn(accountId: string, { team }: { team: readonly string[] }): void {
  if (team.includes(accountId)) throw new AppError("YOUR_OWN");
}
