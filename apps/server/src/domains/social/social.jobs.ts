import { onEvent } from "../../kernel/jobs.ts";
import { ProfileClosed } from "../profile/profile.events.ts";
import { foldApplauseJob } from "./social.applause.service.ts";
import { endFollows } from "./social.follows.service.ts";

export const socialJobs = [foldApplauseJob, onEvent(ProfileClosed, "social.endFollows", endFollows)];
