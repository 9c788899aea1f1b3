import { accountRouter } from "../domains/account/account.router.ts";
import { badgeRouter } from "../domains/badge/badge.router.ts";
import { draftRouter } from "../domains/draft/draft.router.ts";
import { editionRouter } from "../domains/edition/edition.router.ts";
import { heirRouter } from "../domains/heir/heir.router.ts";
import { notificationRouter } from "../domains/notification/notification.router.ts";
import { profileRouter } from "../domains/profile/profile.router.ts";
import { reachRouter } from "../domains/reach/reach.router.ts";
import { readingRouter } from "../domains/reading/reading.router.ts";
import { socialRouter } from "../domains/social/social.router.ts";
import { statusRouter } from "../domains/status/status.router.ts";
import { storyRouter } from "../domains/story/story.router.ts";
import { tagRouter } from "../domains/tag/tag.router.ts";
import { teamRouter } from "../domains/team/team.router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  account: accountRouter,
  badge: badgeRouter,
  draft: draftRouter,
  edition: editionRouter,
  heir: heirRouter,
  notification: notificationRouter,
  profile: profileRouter,
  reach: reachRouter,
  reading: readingRouter,
  social: socialRouter,
  status: statusRouter,
  story: storyRouter,
  tag: tagRouter,
  team: teamRouter,
});
export type AppRouter = typeof appRouter;
