import { EventSource } from "eventsource";
import { tellDesks } from "../../lib/desk-hints.ts";
import { type Caller, fetchAs } from "../../lib/fetch-as.ts";
import type { Connect } from "../../lib/live.ts";

const overTokens = /"code":"(TOKEN_INVALID|SESSION_ENDED|SIGN_IN_REQUIRED)"/;
/** The server says something every fifteen seconds: one that is silent for so long is gone. */
const silenceMs = 40_000;

/**
 * One connection. The browser's own EventSource could say who asks only in the address, where it would be written
 * down; and the words of the stream are few, so that no visitor waits for a library that knows all of them.
 */
export function connectNews(caller: Caller): Connect {
  return (after, hear, over) =>
    new Promise((resolve, reject) => {
      const input = encodeURIComponent(JSON.stringify({ lastEventId: String(after) }));
      const stream = new EventSource(`/trpc/notification.live?input=${input}`, { fetch: fetchAs(caller) });
      let silence: ReturnType<typeof setTimeout> | undefined;
      const end = (settle: () => void) => {
        clearTimeout(silence);
        stream.close();
        settle();
      };
      const lose = () => end(() => reject(new Error("The stream of news was lost.")));
      const listen = () => {
        clearTimeout(silence);
        silence = setTimeout(lose, silenceMs);
      };

      listen();
      for (const sign of ["connected", "ping", "message"]) stream.addEventListener(sign, listen);
      stream.addEventListener("message", ({ lastEventId, data }) =>
        String(data).includes('"desk"') ? tellDesks() : hear(Number(lastEventId)),
      );
      stream.addEventListener("return", () => end(resolve));
      stream.addEventListener("serialized-error", ({ data }) => {
        if (!overTokens.test(String(data))) return lose();
        return end(() => void caller.renew().then(() => resolve(), reject));
      });
      // It would come back by itself, at once and with all the others.
      stream.addEventListener("error", lose);
      over.addEventListener("abort", () => end(resolve));
    });
}
