import { foldApplauseJob } from "./social.applause.service.ts";

export const socialJobs = [foldApplauseJob];
