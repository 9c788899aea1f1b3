import { onEvent } from "../../kernel/jobs.ts";
import { IdentityChanged, IdentityDeleted, SessionEnded } from "./account.events.ts";
import * as people from "./account.people.service.ts";

/** One after the other: what was read at the issuer first must not be written last. */
const inTurn = { priority: "urgent", queue: "identity" } as const;

export const accountJobs = [
  onEvent(IdentityChanged, "account.followChange", people.followChange, inTurn),
  onEvent(IdentityDeleted, "account.followDeletion", people.followDeletion, inTurn),
  onEvent(SessionEnded, "account.noteSessionEnd", people.noteSessionEnd),
];
