import { PageInput } from "@muejam/contracts/page";
import {
  Answered,
  AnswerRequest,
  Applaud,
  Applauded,
  ByProfile,
  FacePage,
  FeedPage,
  FollowersOnly,
  Following,
  FollowProfile,
  FollowStory,
  ProfileHere,
  Removed,
} from "@muejam/contracts/social";
import { member, router } from "../../rpc/trpc.ts";
import * as applause from "./social.applause.service.ts";
import * as feed from "./social.feed.service.ts";
import * as follows from "./social.follows.service.ts";
import * as requests from "./social.requests.service.ts";

export const socialRouter = router({
  followProfile: member
    .input(FollowProfile)
    .output(Following)
    .mutation(({ ctx, input }) => follows.followProfile(ctx, input)),
  followStory: member
    .input(FollowStory)
    .output(Following)
    .mutation(({ ctx, input }) => follows.followStory(ctx, input)),
  applaud: member
    .input(Applaud)
    .output(Applauded)
    .mutation(({ ctx, input }) => applause.applaud(ctx, input)),
  feed: member
    .input(PageInput)
    .output(FeedPage)
    .query(({ ctx, input }) => feed.feed(ctx, input)),
  profileHere: member
    .input(ByProfile)
    .output(ProfileHere)
    .query(({ ctx, input }) => follows.profileHere(ctx, input)),
  requests: member
    .input(PageInput)
    .output(FacePage)
    .query(({ ctx, input }) => requests.requests(ctx, input)),
  answerRequest: member
    .input(AnswerRequest)
    .output(Answered)
    .mutation(({ ctx, input }) => requests.answerRequest(ctx, input)),
  followers: member
    .input(PageInput)
    .output(FacePage)
    .query(({ ctx, input }) => requests.followers(ctx, input)),
  removeFollower: member
    .input(ByProfile)
    .output(Removed)
    .mutation(({ ctx, input }) => requests.removeFollower(ctx, input)),
  setFollowersOnly: member
    .input(FollowersOnly)
    .output(FollowersOnly)
    .mutation(({ ctx, input }) => requests.setFollowersOnly(ctx, input)),
});
