import type { ErrorEnvelope, ErrorIssue } from "@muejam/contracts/error";
import { ZodError } from "zod";
import { AppError } from "./errors.ts";
import { refusals } from "./refusals.ts";

export type Wrapped = { status: number; envelope: ErrorEnvelope };

/** The one translation of anything thrown. What is not a refusal is a bug: it tells its request id and nothing else. */
export function wrapError(error: unknown, requestId: string): Wrapped {
  const refusal = error instanceof ZodError ? inputRefusal(error) : error;
  if (!(refusal instanceof AppError)) {
    const message = "Something broke on our side. It has been logged under the request id.";
    return { status: 500, envelope: { code: "INTERNAL", message, requestId } };
  }
  const { code, params, issues } = refusal;
  const { status, words } = refusals[code];
  const message = words(params ?? {});
  return { status, envelope: { code, message, requestId, ...(issues && { issues }), ...(params && { params }) } };
}

/** What does not fit a contract, field by field. */
export const inputRefusal = (error: ZodError): AppError => new AppError("INPUT_INVALID", undefined, issuesOf(error));

const issuesOf = (error: ZodError): ErrorIssue[] =>
  error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join("."), rule: issue.code, message: wordsFor(issue) }));

function wordsFor(issue: ZodError["issues"][number]): string {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string"
        ? `Write at least ${issue.minimum} characters.`
        : `Must be at least ${issue.minimum}.`;
    case "too_big":
      return issue.origin === "string"
        ? `Write at most ${issue.maximum} characters.`
        : `Must be at most ${issue.maximum}.`;
    case "invalid_value":
      return `Choose one of: ${issue.values.join(", ")}.`;
    case "unrecognized_keys":
      return `Unknown: ${issue.keys.join(", ")}.`;
    case "invalid_type":
      return issue.input === undefined ? "This is needed." : `This must be of the kind ${issue.expected}.`;
    default:
      return "This does not have the right form.";
  }
}
