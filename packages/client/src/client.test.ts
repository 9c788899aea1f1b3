import type { AppRouter } from "@muejam/server/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { expect, test } from "vitest";
import { type Api, createMuejam } from "./client.ts";

type Act = (input: never, options?: never) => unknown;
type ActOf<Procedure> = Extract<Procedure[keyof Procedure], Act>;
type InputsOf<Tree> = {
  [Domain in keyof Tree]: { [Name in keyof Tree[Domain]]: Parameters<ActOf<Tree[Domain][Name]>>[0] };
};
type OutputsOf<Tree> = {
  [Domain in keyof Tree]: { [Name in keyof Tree[Domain]]: EventOf<Awaited<ReturnType<ActOf<Tree[Domain][Name]>>>> };
};
/** A stream's events, with and without tRPC's own mark of those that have an id. */
type EventOf<Output> =
  Output extends AsyncIterable<infer Told> ? (Told extends { data: infer Event } ? Event : Told) : Output;
type Events<Outputs> = {
  [Domain in keyof Outputs]: { [Name in keyof Outputs[Domain]]: EventOf<Outputs[Domain][Name]> };
};

type In = inferRouterInputs<AppRouter>;
type Out = Events<inferRouterOutputs<AppRouter>>;
type Fits<Given extends Wanted, Wanted> = Given;
/** What is printed from the contracts is what the compiler makes of the router: this file does not compile otherwise. */
export type Proof = [
  Fits<InputsOf<Api>, In>,
  Fits<In, InputsOf<Api>>,
  Fits<OutputsOf<Api>, Out>,
  Fits<Out, OutputsOf<Api>>,
];

test("is no promise, and says when a step is missing", async () => {
  const muejam = createMuejam({ url: "http://127.0.0.1:1" });
  expect(await Promise.resolve(muejam.story)).toBeTypeOf("function");
  const list: unknown = muejam.story.list;
  expect(() => typeof list === "function" && list()).toThrow(/query, mutate or listen/);
});
