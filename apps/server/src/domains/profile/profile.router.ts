import { ByHandle, OwnProfile, Profile, ProfileChange, ProfileInput } from "@muejam/contracts/profile";
import { anyone, member, person, router } from "../../rpc/trpc.ts";
import * as profile from "./profile.service.ts";

export const profileRouter = router({
  byHandle: anyone
    .input(ByHandle)
    .output(Profile)
    .query(({ ctx, input }) => profile.byHandle(ctx, input)),
  create: person
    .input(ProfileInput)
    .output(OwnProfile)
    .mutation(({ ctx, input }) => profile.create(ctx, input)),
  update: member
    .input(ProfileChange)
    .output(OwnProfile)
    .mutation(({ ctx, input }) => profile.update(ctx, input)),
});
