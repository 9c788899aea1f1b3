import type { Notification } from "@muejam/contracts/notification";
import type { Member } from "../kernel/actor.ts";
import { as } from "./harness.ts";

/** What somebody was told of others; badges come by themselves. */
export async function newsOf(face: Member): Promise<Notification[]> {
  const { items } = await as(face).notification.list({});
  return items.filter(({ kind }) => kind !== "badge-awarded");
}
