import { z } from "zod";
import { PageInput, pageOf } from "./page.ts";

export const Release = z.object({ release: z.string() });
export type Release = z.infer<typeof Release>;

/** What MueJam stands on, in the words shown to people. */
export const Component = z.enum(["database", "cache", "jobs"]);
export type Component = z.infer<typeof Component>;

/** One look at one component. `latencyMs` is the time the look took. */
export const Check = z.object({
  id: z.uuid(),
  component: Component,
  checkedAt: z.iso.datetime(),
  isUp: z.boolean(),
  latencyMs: z.int().nonnegative(),
});
export type Check = z.infer<typeof Check>;

/** `latest` is null until the first look; `troubleCount` is how many people reported trouble in the last hour. */
export const ComponentStatus = z.object({
  component: Component,
  latest: Check.nullable(),
  troubleCount: z.int().nonnegative(),
});
export type ComponentStatus = z.infer<typeof ComponentStatus>;

export const StatusNow = z.object({ components: z.array(ComponentStatus) });
export type StatusNow = z.infer<typeof StatusNow>;

export const CheckListInput = PageInput.extend({ component: Component.optional() });
export type CheckListInput = z.infer<typeof CheckListInput>;
export const CheckPage = pageOf(Check);
export type CheckPage = z.infer<typeof CheckPage>;

export const TroubleInput = z.object({ component: Component });
export type TroubleInput = z.infer<typeof TroubleInput>;

/** The receipt is the reporter's only proof; with it the report can be taken back within the hour. */
export const TroubleReported = z.object({ receipt: z.string(), status: StatusNow });
export type TroubleReported = z.infer<typeof TroubleReported>;

export const TroubleReceipt = z.object({ receipt: z.string().min(1).max(512) });
export type TroubleReceipt = z.infer<typeof TroubleReceipt>;
