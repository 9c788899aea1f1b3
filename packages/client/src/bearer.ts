import type { Credentials } from "./credentials.ts";
import type { MuejamError, MuejamErrorCode } from "./error.ts";

const overTokens: readonly MuejamErrorCode[] = ["SESSION_ENDED", "SIGN_IN_REQUIRED", "TOKEN_INVALID"];

/** What one call, or one stream, shows at the door; a token that was refused is replaced once. */
export function createBearer({ apiKey, getToken, actingAs }: Credentials) {
  let token: string | null = null;
  let refused: string | undefined;
  return {
    async headers(): Promise<Record<string, string>> {
      token = apiKey ?? (await getToken?.(refused)) ?? null;
      if (token === null) return {};
      return { authorization: `Bearer ${token}`, ...(actingAs !== undefined && { "x-acting-profile": actingAs }) };
    },
    /** Whether it is worth asking again with another token. */
    isReplaceable({ code }: MuejamError): boolean {
      if (!getToken || token === null || refused !== undefined || !overTokens.includes(code)) return false;
      refused = token;
      return true;
    },
    accepted(): void {
      refused = undefined;
    },
  };
}
