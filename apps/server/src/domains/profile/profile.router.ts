import { ByHandle, OwnProfile, Profile, ProfileChange, ProfileInput, ProfileView } from "@muejam/contracts/profile";
import { anyone, member, person, router } from "../../rpc/trpc.ts";
import * as profile from "./profile.service.ts";
import { view } from "./profile.view.service.ts";

export const profileRouter = router({
  byHandle: anyone
    .input(ByHandle)
    .output(Profile)
    .query(({ ctx, input }) => profile.byHandle(ctx, input)),
  view: anyone
    .input(ByHandle)
    .output(ProfileView)
    .query(({ ctx, input }) => view(ctx, input)),
  create: person
    .input(ProfileInput)
    .output(OwnProfile)
    .mutation(({ ctx, input }) => profile.create(ctx, input)),
  update: member
    .input(ProfileChange)
    .output(OwnProfile)
    .mutation(({ ctx, input }) => profile.update(ctx, input)),
});
