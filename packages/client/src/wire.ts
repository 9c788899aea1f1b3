import {
  createTRPCUntypedClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  type Operation,
  splitLink,
  type TRPCUntypedClient,
} from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { EventSource } from "eventsource";
import type { MuejamError } from "./error.ts";
import { errorOfAnswer, unintelligible } from "./refusal.ts";

/** What a call brings along for the links, and what they leave in it. */
export type Errand = { headers: Record<string, string>; refusal?: MuejamError };

export type Wire = TRPCUntypedClient<AnyRouter>;

/** MueJam itself gives up after thirty seconds; whoever waits longer waits for nobody. */
const answerMs = 60_000;

/** Reads travel ten at a time, writes alone; streams through `fetch`, since a token in an address gets written down. */
export function openWire(origin: string): Wire {
  const url = `${origin.replace(/\/+$/, "")}/trpc`;
  return createTRPCUntypedClient({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: ({ op }) => ({ fetch: (address, init) => openStream(errandOf(op), address, init) }),
        }),
        false: splitLink({
          condition: ({ type }) => type === "mutation",
          true: httpLink({ url, fetch: send, headers: ({ op }) => errandOf(op).headers }),
          false: httpBatchLink({
            url,
            fetch: send,
            maxItems: 10,
            maxURLLength: 2000,
            headers: ({ opList: [first] }) => errandOf(first).headers,
          }),
        }),
      }),
    ],
  });
}

const errandOf = ({ context }: Pick<Operation, "context">): Errand => context as Errand;

type Address = string | URL | Request;
type Init = Omit<RequestInit, "signal"> & { signal?: AbortSignal | null | undefined };

async function send(address: Address, init: Init = {}): Promise<Response> {
  const late = AbortSignal.timeout(answerMs);
  const answer = await fetch(address, { ...init, signal: init.signal ? AbortSignal.any([init.signal, late]) : late });
  if (!answer.headers.get("content-type")?.startsWith("application/json")) throw unintelligible(answer);
  return answer;
}

async function openStream(errand: Errand, address: Address, { signal, ...init }: Init): Promise<Response> {
  const headers = { accept: "text/event-stream", ...errand.headers };
  const answer = await fetch(address, { ...init, signal: signal ?? null, headers });
  // An EventSource keeps to itself why it was not let in.
  if (answer.ok) return answer;
  errand.refusal = await errorOfAnswer(answer);
  throw errand.refusal;
}
