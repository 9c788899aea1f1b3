import { PageInput } from "@muejam/contracts/page";
import { Desk, DeskInput, OfStories, PresentList } from "@muejam/contracts/presence";
import {
  InvitationAnswer,
  InvitationAnswered,
  InvitationPage,
  InviteInput,
  OfStory,
  Team,
  TeamFace,
  TeamRoleChange,
} from "@muejam/contracts/team";
import { member, person, router } from "../../rpc/trpc.ts";
import * as invitations from "./team.invitations.service.ts";
import * as presence from "./team.presence.service.ts";
import * as team from "./team.service.ts";

export const teamRouter = router({
  get: member
    .input(OfStory)
    .output(Team)
    .query(({ ctx, input }) => team.get(ctx, input)),
  invite: person
    .meta({ writesAMinute: 20 })
    .input(InviteInput)
    .output(Team)
    .mutation(({ ctx, input }) => team.invite(ctx, input)),
  withdraw: person
    .input(TeamFace)
    .output(Team)
    .mutation(({ ctx, input }) => team.withdraw(ctx, input)),
  remove: person
    .input(TeamFace)
    .output(Team)
    .mutation(({ ctx, input }) => team.remove(ctx, input)),
  changeRole: person
    .input(TeamRoleChange)
    .output(Team)
    .mutation(({ ctx, input }) => team.changeRole(ctx, input)),
  leave: person
    .input(OfStory)
    .output(OfStory)
    .mutation(({ ctx, input }) => team.leave(ctx, input)),
  invitations: member
    .input(PageInput)
    .output(InvitationPage)
    .query(({ ctx, input }) => invitations.list(ctx, input)),
  here: member
    .input(DeskInput)
    .output(Desk)
    .mutation(({ ctx, input }) => presence.here(ctx, input)),
  present: member
    .input(OfStories)
    .output(PresentList)
    .query(({ ctx, input }) => presence.present(ctx, input)),
  answer: person
    .input(InvitationAnswer)
    .output(InvitationAnswered)
    .mutation(({ ctx, input }) => invitations.answer(ctx, input)),
});
