import { FaultReport } from "@muejam/contracts/fault";
import { Hono } from "hono";
import type { Limit } from "../kernel/limits.ts";
import { read } from "./auth-wire.ts";
import type { EdgeParts } from "./edge.ts";
import { answerHeaders, refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";
import { refuseForeign } from "./same-origin.ts";

const perAddress: Limit = { name: "faults", limit: 10, windowSeconds: 600 };

type FaultParts = Pick<EdgeParts, "limits"> & { publicUrl: string };

/** Where a browser tells that a page of ours broke. What it says is a line of the log; the answer's id leads to it. */
export const faults = ({ limits, publicUrl }: FaultParts): Hono<Edge> =>
  new Hono<Edge>().post("/", refuseForeign(publicUrl), async (c) => {
    const { allowed, retryAfterSeconds } = await limits.take(perAddress, c.get("address"));
    if (!allowed) return refuse(c, "RATE_LIMITED", { retryAfterSeconds });
    c.get("log").error({ fault: await read(c, FaultReport) }, "a page broke");
    return c.body(null, 204, answerHeaders(c.get("requestId")));
  });
