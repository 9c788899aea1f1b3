import { z } from "zod";
import { defineJob, onEvent } from "../../kernel/jobs.ts";
import { BadgeAwarded } from "../badge/badge.events.ts";
import { EditionPublished, EditionUnpublished } from "../edition/edition.events.ts";
import { ProfileBlocked, ProfileMuted } from "../reach/reach.events.ts";
import { FollowApproved, FollowRequested, ProfileFollowed } from "../social/social.events.ts";
import { TeamInvited, TeamJoined } from "../team/team.events.ts";
import { purge } from "./notification.ageing.service.ts";
import { tellAwarded } from "./notification.badges.service.ts";
import { tellAsked, tellAsker, tellFollowee } from "./notification.following.service.ts";
import { mailChapterJob, withdrawBetween, withdrawFrom, withdrawMails } from "./notification.mail.service.ts";
import { tellInvited, tellJoined } from "./notification.team.service.ts";
import { tellBatchJob, tellFollowers } from "./notification.telling.service.ts";

export const notificationJobs = [
  onEvent(EditionPublished, "notification.tellFollowers", tellFollowers),
  onEvent(EditionUnpublished, "notification.withdrawMails", withdrawMails, { priority: "urgent" }),
  onEvent(ProfileFollowed, "notification.tellFollowee", tellFollowee),
  onEvent(FollowRequested, "notification.tellAsked", tellAsked),
  onEvent(FollowApproved, "notification.tellAsker", tellAsker),
  onEvent(BadgeAwarded, "notification.tellAwarded", tellAwarded),
  onEvent(TeamInvited, "notification.tellInvited", tellInvited),
  onEvent(TeamJoined, "notification.tellJoined", tellJoined),
  onEvent(ProfileBlocked, "notification.withdrawBetween", withdrawBetween, { priority: "urgent" }),
  onEvent(ProfileMuted, "notification.withdrawFrom", withdrawFrom, { priority: "urgent" }),
  tellBatchJob,
  mailChapterJob,
  defineJob({
    name: "notification.purge",
    schema: z.object({}),
    run: (ctx) => purge(ctx),
    priority: "slow",
    cron: "19 4 * * *",
  }),
];
