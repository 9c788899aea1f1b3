import type { ErrorCode, ErrorIssue, ErrorParams } from "../generated/api.ts";

/**
 * `UNREACHABLE`: no answer came. `UNINTELLIGIBLE`: something else answered in MueJam's place, or a newer MueJam gave a
 * reason that this version does not know. All others are MueJam's own.
 */
export type MuejamErrorCode = ErrorCode | "UNREACHABLE" | "UNINTELLIGIBLE";

export type Facts = {
  code: MuejamErrorCode;
  message: string;
  status?: number | undefined;
  requestId?: string | undefined;
  params?: ErrorParams | undefined;
  issues?: ErrorIssue[] | undefined;
  retryAfterMs?: number | undefined;
  cause?: unknown;
};

export class MuejamError extends Error {
  override readonly name = "MuejamError";
  readonly code: MuejamErrorCode;
  /** Null when no answer came. */
  readonly status: number | null;
  /** What to name when asking for help. */
  readonly requestId: string | null;
  readonly params: ErrorParams;
  /** What is wrong with the input, field by field. */
  readonly issues: readonly ErrorIssue[];
  readonly retryAfterMs: number | null;

  constructor({ code, message, status, requestId, params, issues, retryAfterMs, cause }: Facts) {
    super(message, { cause });
    this.code = code;
    this.status = status ?? null;
    this.requestId = requestId ?? null;
    this.params = params ?? {};
    this.issues = issues ?? [];
    this.retryAfterMs = retryAfterMs ?? null;
  }
}
