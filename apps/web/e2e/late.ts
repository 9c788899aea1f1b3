import type { Page } from "@playwright/test";

/** The next call of this door is refused as ten minutes after its owner showed who they are: no journey waits so long. */
export const comeLate = (page: Page, door: string): Promise<unknown> => {
  const refusal = { code: "PROOF_NEEDED", message: "Show once more that it is you.", requestId: "late" };
  const json = door.startsWith("/trpc")
    ? { error: { code: -32003, message: "", data: { app: refusal } } }
    : { error: refusal };
  return page.route(`**${door}*`, (route) => route.fulfill({ status: 403, json }), { times: 1 });
};
