import type { TeamRole } from "@muejam/contracts/team";
import type { Member } from "../kernel/actor.ts";
import { as, ctxOf, make } from "./harness.ts";
import { type Shelved, shelve } from "./library.ts";
import { limitless } from "./limitless.ts";

const { db } = ctxOf(make.system());

export const handleOf = async ({ profileId }: Member): Promise<string> =>
  (await db.profile.findUniqueOrThrow({ where: { id: profileId } })).handle;

/** Asks a face to work on a story, and tells the number of the question. */
export async function ask({ id: storyId, author }: Shelved, face: Member, role: TeamRole = "editor"): Promise<string> {
  await as(author, { limits: limitless }).team.invite({ storyId, handle: await handleOf(face), role });
  const { profileId } = face;
  return (await db.teamInvitation.findUniqueOrThrow({ where: { storyId_profileId: { storyId, profileId } } })).id;
}

export async function enlist(story: Shelved, face: Member, role: TeamRole = "editor"): Promise<Member> {
  await as(face).team.answer({ id: await ask(story, face, role), isAccepted: true });
  return face;
}

/** What each door to a team is called with. */
export const inviting = async (author: Member) => ({
  storyId: (await shelve(author)).id,
  handle: await handleOf(await make.person()),
  role: "editor",
});

export async function invitedBy(author: Member) {
  const [story, face] = [await shelve(author), await make.person()];
  await ask(story, face);
  return { storyId: story.id, profileId: face.profileId };
}

export async function joinedTo(author: Member) {
  const story = await shelve(author);
  const { profileId } = await enlist(story, await make.person());
  return { storyId: story.id, profileId };
}

export async function joining(author: Member) {
  const story = await shelve(await make.person());
  await enlist(story, author);
  return { storyId: story.id };
}

export const askedOf = async (author: Member): Promise<string> => ask(await shelve(await make.person()), author);
