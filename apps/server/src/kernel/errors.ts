import type { ErrorCode, ErrorIssue, ErrorParams } from "@muejam/contracts/error";

export type RefusalCode = Exclude<ErrorCode, "INTERNAL">;

/** An expected refusal. Anything else that is thrown is a bug and reaches the caller as INTERNAL. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: RefusalCode;
  readonly params: ErrorParams | undefined;
  readonly issues: ErrorIssue[] | undefined;

  constructor(code: RefusalCode, params?: ErrorParams, issues?: ErrorIssue[]) {
    super(code);
    this.code = code;
    this.params = params;
    this.issues = issues;
  }
}

/** A reason not to start, said in one sentence to whoever typed the command. */
export class StartError extends Error {
  override readonly name = "StartError";
}
