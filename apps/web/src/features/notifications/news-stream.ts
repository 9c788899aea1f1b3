import type { AppRouter } from "@muejam/server/router";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { appErrorOf } from "../../lib/errors.ts";
import { type Caller, fetchAs } from "../../lib/fetch-as.ts";
import type { Connect } from "../../lib/live.ts";

const overTokens = ["TOKEN_INVALID", "SESSION_ENDED", "SIGN_IN_REQUIRED"];

/** The browser's own EventSource could say who asks only in the address, where it would be written down. */
export function connectNews(caller: Caller): Connect {
  const link = httpSubscriptionLink({ url: "/trpc", EventSource, eventSourceOptions: { fetch: fetchAs(caller) } });
  const client = createTRPCClient<AppRouter>({ links: [link] });
  return (after, hear, over) =>
    new Promise((resolve, reject) => {
      const stream = client.notification.live.subscribe(
        { lastEventId: String(after) },
        {
          onData: ({ id }) => hear(Number(id)),
          onComplete: resolve,
          onError: (error) => {
            const code = appErrorOf(error)?.code ?? "";
            if (overTokens.includes(code)) caller.renew().then(() => resolve(), reject);
            else reject(error);
          },
        },
      );
      over.addEventListener("abort", () => {
        stream.unsubscribe();
        resolve();
      });
    });
}
