import { z } from "zod";
import { pageOf } from "./page.ts";
import { Handle, Profile } from "./profile.ts";
import { StoryId } from "./story.ts";

/** What somebody is invited to: to write in the drafts of a story, or to read them. */
export const TeamRole = z.enum(["editor", "reader"]);
export type TeamRole = z.infer<typeof TeamRole>;
/** `deputy`: may do all that the lead may but lead, as an heir does. */
export const Part = z.enum(["lead", "deputy", ...TeamRole.options]);
export type Part = z.infer<typeof Part>;

export const TeamMember = z.object({ face: Profile, part: Part });
export type TeamMember = z.infer<typeof TeamMember>;
/** One that waits for its answer, or was declined; until `expiresAt`. */
export const Invited = z.object({
  face: Profile,
  role: TeamRole,
  isDeclined: z.boolean(),
  expiresAt: z.iso.datetime(),
});
export type Invited = z.infer<typeof Invited>;

/** Whoever works on a story. Who is invited, its lead alone is told. */
export const Team = z.object({
  storyId: z.uuid(),
  title: z.string(),
  isLead: z.boolean(),
  members: z.array(TeamMember),
  invited: z.array(Invited),
});
export type Team = z.infer<typeof Team>;

/** The lead counts, and so does whoever has not answered yet. */
export const teamMax = 20;

export const OfStory = z.object({ storyId: StoryId });
export type OfStory = z.infer<typeof OfStory>;
export const TeamFace = z.object({ storyId: StoryId, profileId: z.uuid() });
export type TeamFace = z.infer<typeof TeamFace>;
export const TeamRoleChange = TeamFace.extend({ role: TeamRole });
export type TeamRoleChange = z.infer<typeof TeamRoleChange>;
export const InviteInput = z.object({ storyId: StoryId, handle: Handle, role: TeamRole });
export type InviteInput = z.infer<typeof InviteInput>;

/** As whoever is invited sees it: nothing of the story but its name, until they say yes. */
export const Invitation = z.object({
  id: z.uuid(),
  title: z.string(),
  lead: Profile,
  role: TeamRole,
  at: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationPage = pageOf(Invitation);
export type InvitationPage = z.infer<typeof InvitationPage>;

export const InvitationAnswer = z.object({ id: z.uuid(), isAccepted: z.boolean() });
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;
/** The story that is theirs to work on from now on; null for a no. */
export const InvitationAnswered = z.object({ storyId: z.uuid().nullable() });
export type InvitationAnswered = z.infer<typeof InvitationAnswered>;
