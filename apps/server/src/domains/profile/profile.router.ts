import {
  ByHandle,
  FormerHandles,
  OwnProfile,
  Profile,
  ProfileChange,
  ProfileHold,
  ProfileHolding,
  ProfileInput,
  ProfileRef,
  ProfileView,
  Redirect,
} from "@muejam/contracts/profile";
import { anyone, member, moderator, person, router } from "../../rpc/trpc.ts";
import { close } from "./profile.closing.service.ts";
import * as handles from "./profile.handles.service.ts";
import { hold } from "./profile.holding.service.ts";
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
  close: person
    .input(ProfileRef)
    .output(ProfileRef)
    .mutation(({ ctx, input }) => close(ctx, input)),
  formerHandles: member
    .input(ProfileRef)
    .output(FormerHandles)
    .query(({ ctx, input }) => handles.listFormer(ctx, input)),
  redirect: member
    .input(Redirect)
    .output(FormerHandles)
    .mutation(({ ctx, input }) => handles.redirect(ctx, input)),
  hold: moderator
    .input(ProfileHold)
    .output(ProfileHolding)
    .mutation(({ ctx, input }) => hold(ctx, input)),
});
