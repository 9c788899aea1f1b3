import { onEvent } from "../../kernel/jobs.ts";
import { IdentityChanged, IdentityDeleted, SessionEnded } from "./account.events.ts";
import * as people from "./account.people.service.ts";

export const accountJobs = [
  onEvent(IdentityChanged, "account.followChange", people.followChange, { priority: "urgent" }),
  onEvent(IdentityDeleted, "account.followDeletion", people.followDeletion, { priority: "urgent" }),
  onEvent(SessionEnded, "account.noteSessionEnd", people.noteSessionEnd),
];
