import { z } from "zod";
import { defineJob, onEvent } from "../../kernel/jobs.ts";
import { purge } from "./account.ending.service.ts";
import { MoveAsked, ResetAsked, SignInLocked, SignUpAsked } from "./account.events.ts";
import { tellLocked } from "./account.guesses.service.ts";
import { finishSignUp } from "./account.joining.service.ts";
import { sendMoveLink } from "./account.moving.service.ts";
import { sendReset } from "./account.passwords.service.ts";
import { finishDue } from "./account.recovery.service.ts";

const urgent = { priority: "urgent" } as const;

export const sessionJobs = [
  onEvent(SignUpAsked, "account.finishSignUp", finishSignUp, urgent),
  onEvent(ResetAsked, "account.sendReset", sendReset, urgent),
  onEvent(MoveAsked, "account.sendMoveLink", sendMoveLink, urgent),
  onEvent(SignInLocked, "account.tellLocked", tellLocked, urgent),
  defineJob({ name: "account.finishRecoveries", schema: z.object({}), run: finishDue, cron: "*/5 * * * *" }),
  defineJob({ name: "account.purgeSessions", schema: z.object({}), run: purge, priority: "slow", cron: "23 * * * *" }),
];
