import type { ErrorCode } from "@muejam/contracts/error";
import { appErrorOf, retryDelayMs } from "../../lib/errors.ts";
import type { Verdict } from "./autosave.ts";
import { NewerText } from "./newer-text.ts";

const passing: readonly ErrorCode[] = ["INTERNAL", "OVERLOADED", "RATE_LIMITED", "TIMED_OUT"];
const signedOut: readonly ErrorCode[] = ["SESSION_ENDED", "SIGN_IN_REQUIRED", "TOKEN_INVALID"];
const longestMs = 30_000;

/** A save without an answer may have arrived; it is the same save next time, so trying again is always right. */
export function judge(error: unknown, failures: number): Verdict {
  if (error instanceof NewerText) return { kind: "outdated" };
  const app = appErrorOf(error);
  if (app?.code === "PAGE_OUTDATED") return { kind: "outdated" };
  if (app?.code === "DRAFT_CHANGED") return { kind: "changed" };
  if (app && signedOut.includes(app.code)) return { kind: "signed-out" };
  if (app && !passing.includes(app.code)) return { kind: "refused" };
  return { kind: "again", afterMs: Math.min(longestMs, retryDelayMs(Math.min(failures, 6) + 1, error)) };
}
