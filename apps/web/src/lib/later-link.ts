import type { AppRouter } from "@muejam/server/router";
import { type OperationLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";

/**
 * A page that came rendered asks for nothing at first, so what asks comes after it. A call that it does not come for
 * has failed; the next one sends for it again.
 */
export const laterLink =
  (load: () => Promise<TRPCLink<AppRouter>>): TRPCLink<AppRouter> =>
  (runtime) => {
    let coming: Promise<OperationLink<AppRouter>> | null = null;
    const come = () => {
      coming ??= load().then((link) => link(runtime));
      coming.catch(() => {
        coming = null;
      });
      return coming;
    };
    return (call) =>
      observable((observer) => {
        const over = new AbortController();
        come().then(
          (link) => {
            if (over.signal.aborted) return;
            const answers = link(call).subscribe(observer);
            over.signal.addEventListener("abort", () => answers.unsubscribe());
          },
          (cause: Error) => observer.error(TRPCClientError.from(cause)),
        );
        return () => over.abort();
      });
  };
