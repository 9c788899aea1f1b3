import { PageInput } from "@muejam/contracts/page";
import {
  Applaud,
  Applauded,
  ByProfile,
  FeedPage,
  Following,
  FollowProfile,
  FollowStory,
  ProfileHere,
} from "@muejam/contracts/social";
import { member, router } from "../../rpc/trpc.ts";
import * as applause from "./social.applause.service.ts";
import * as feed from "./social.feed.service.ts";
import * as follows from "./social.follows.service.ts";

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
});
