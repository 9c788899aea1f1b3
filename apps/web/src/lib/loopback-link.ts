import type { RenderAsk } from "@muejam/contracts/rendering";
import type { AppRouter } from "@muejam/server/router";
import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { RefusedError } from "./errors.ts";

/** Calls that stay within the server. */
export const loopbackLink =
  (ask: RenderAsk["ask"]): TRPCLink<AppRouter> =>
  () =>
  ({ op }) =>
    observable((observer) => {
      const fail = (cause: Error) => observer.error(TRPCClientError.from(cause));
      ask(op.path, op.input).then((answer) => {
        if ("refusal" in answer) return fail(new RefusedError(answer.refusal));
        observer.next({ result: { type: "data", data: answer.data } });
        return observer.complete();
      }, fail);
    });
