import { onEvent } from "../../kernel/jobs.ts";
import { EditionPublished } from "../edition/edition.events.ts";
import { ProfileFollowed } from "../social/social.events.ts";
import { StoryCompleted } from "../story/story.events.ts";
import { awardAllJob, awardAuthor, awardFollowed } from "./badge.service.ts";

export const badgeJobs = [
  onEvent(EditionPublished, "badge.awardPublisher", awardAuthor),
  onEvent(StoryCompleted, "badge.awardFinisher", awardAuthor),
  onEvent(ProfileFollowed, "badge.awardFollowed", awardFollowed),
  awardAllJob,
];
