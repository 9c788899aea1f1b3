import type { Api } from "../generated/api.ts";
import { type Caller, call } from "./call.ts";
import type { Credentials } from "./credentials.ts";
import { listen } from "./listen.ts";
import type { ListenOptions, WriteOptions } from "./procedures.ts";
import { openWire } from "./wire.ts";

export type * from "../generated/api.ts";
export type { Credentials } from "./credentials.ts";
export { MuejamError, type MuejamErrorCode } from "./error.ts";
export { newBlockId, newId } from "./ids.ts";
export { pages } from "./pages.ts";
export type {
  CallOptions,
  ListenOptions,
  ListenState,
  Mutation,
  Query,
  Subscription,
  Told,
  WriteOptions,
} from "./procedures.ts";

export type MuejamOptions = Credentials & {
  /** Where MueJam is: `https://muejam.example`. */
  url: string;
  /** How often a call is repeated when MueJam is busy or cannot be reached; 4 unless told. */
  retries?: number | undefined;
};

/** Every procedure by its name: `muejam.story.list.query({})`, `.mutate` for writes, `.listen` for streams. */
export function createMuejam({ url, retries = 4, ...credentials }: MuejamOptions): Api {
  const caller: Caller = { wire: openWire(url), credentials, retries };
  return faceOf(caller, []) as Api;
}

/** Whatever is named is a step on the way to a procedure; the last step says what to do with it. */
function faceOf(caller: Caller, steps: readonly string[]): unknown {
  return new Proxy(() => undefined, {
    // An object with a `then` would be taken for a promise.
    get: (_, name) => (typeof name === "string" && name !== "then" ? faceOf(caller, [...steps, name]) : undefined),
    apply: (_, __, [input, options]: [unknown, object | undefined]) =>
      act(caller, { verb: steps.at(-1), path: steps.slice(0, -1).join("."), input, options }),
  });
}

type Act = {
  verb: string | undefined;
  path: string;
  input: unknown;
  options: (WriteOptions & ListenOptions) | undefined;
};

function act(caller: Caller, { verb, ...what }: Act) {
  switch (verb) {
    case "query":
      return call(caller, { kind: "query", ...what });
    case "mutate":
      return call(caller, { kind: "mutation", ...what });
    case "listen":
      return listen(caller, what);
    default:
      throw new TypeError(`End ${what.path}.${verb} with query, mutate or listen.`);
  }
}
