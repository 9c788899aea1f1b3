import { TRPCClientError } from "@trpc/client";
import { errorCodes } from "../generated/api.ts";
import { type Facts, MuejamError } from "./error.ts";

/** The one translation of whatever went wrong on the wire. */
export function errorOf(cause: unknown): MuejamError {
  if (cause instanceof MuejamError) return cause;
  if (cause instanceof TRPCClientError) {
    if (cause.cause instanceof MuejamError) return cause.cause;
    const response: unknown = cause.meta?.["response"];
    if (response instanceof Response) return refusalIn(cause.data, response.headers) ?? unintelligible(response);
    const refused = refusalIn(cause.data);
    if (refused) return refused;
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return new MuejamError({ code: "UNREACHABLE", message: `MueJam did not answer: ${message}`, cause });
}

/** What answered without being asked in tRPC's words: a proxy's page, or MueJam before it looked at the call. */
export async function errorOfAnswer(answer: Response): Promise<MuejamError> {
  const body: unknown = await answer.json().catch(() => null);
  const data = isRecord(body) && isRecord(body["error"]) ? body["error"]["data"] : null;
  return refusalIn(data, answer.headers) ?? unintelligible(answer);
}

export const unintelligible = ({ status, headers }: Response): MuejamError =>
  new MuejamError({
    code: "UNINTELLIGIBLE",
    message: `What answered with status ${status} does not speak as MueJam does.`,
    status,
    requestId: headers.get("x-request-id") ?? undefined,
    retryAfterMs: retryAfterMs(headers),
  });

function refusalIn(data: unknown, headers?: Headers): MuejamError | null {
  if (!isRecord(data) || !isRecord(data["app"])) return null;
  const { code, message, requestId, params, issues } = data["app"] as Partial<Facts>;
  const seconds = Number(params?.["retryAfterSeconds"]);
  return new MuejamError({
    code: errorCodes.find((known) => known === code) ?? "UNINTELLIGIBLE",
    message: String(message),
    status: Number(data["httpStatus"]),
    requestId,
    params,
    issues,
    retryAfterMs: seconds > 0 ? seconds * 1000 : retryAfterMs(headers),
  });
}

function retryAfterMs(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  return seconds >= 0 ? seconds * 1000 : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
