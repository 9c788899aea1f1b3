import { onEvent } from "../../kernel/jobs.ts";
import { EditionPublished } from "../edition/edition.events.ts";
import { ProfileFollowed } from "../social/social.events.ts";
import { mailChapterJob } from "./notification.mail.service.ts";
import { tellBatchJob, tellFollowee, tellFollowers } from "./notification.telling.service.ts";

export const notificationJobs = [
  onEvent(EditionPublished, "notification.tellFollowers", tellFollowers),
  onEvent(ProfileFollowed, "notification.tellFollowee", tellFollowee),
  tellBatchJob,
  mailChapterJob,
];
