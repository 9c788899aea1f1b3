import { z } from "zod";
import { ErrorEnvelope } from "./error.ts";

/** What the web app makes of an address on the server, for whoever is nobody: the same for all. */
export const Rendering = z.discriminatedUnion("kind", [
  /** `head` and `body` are markup, ready for the page. */
  z.object({
    kind: z.literal("page"),
    status: z.union([z.literal(200), z.literal(403), z.literal(404)]),
    head: z.string(),
    body: z.string(),
  }),
  z.object({ kind: z.literal("redirect"), to: z.string() }),
  /** For the browser to make: what is somebody's own, and what nobody finds by searching. */
  z.object({ kind: z.literal("shell") }),
]);
export type Rendering = z.infer<typeof Rendering>;

/** A procedure's answer, as it would have come over the wire. */
export const Answer = z.union([z.object({ data: z.unknown() }), z.object({ refusal: ErrorEnvelope })]);
export type Answer = z.infer<typeof Answer>;

/** What the web app is given on the server. `origin` is where people reach MueJam. */
export type RenderAsk = {
  path: string;
  origin: string;
  ask: (procedure: string, input: unknown) => Promise<Answer>;
};
export type Render = (page: RenderAsk) => Promise<Rendering>;
/** What a page says that could not be made, where no script makes it after all; markup, ready for the page. */
export type RenderFault = (requestId: string) => { head: string; body: string };
