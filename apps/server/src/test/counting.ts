import fc from "fast-check";
import type { Member } from "../kernel/actor.ts";
import { AppError } from "../kernel/errors.ts";
import { type Desk, publishNow, sitDown } from "./desk.ts";
import { as, make } from "./harness.ts";
import { limitless } from "./limitless.ts";

type World = { faces: Member[]; spare: Member[]; desks: Desk[] };
type Api = ReturnType<typeof as>;
type Act = (world: World, by: Api, pick: <T>(from: readonly T[]) => T, is: boolean) => Promise<unknown>;

/** Everything that moves a counter, as somebody does it to somebody. */
const acts: Record<string, Act> = {
  followFace: ({ faces }, by, pick, is) =>
    by.social.followProfile({ profileId: pick(faces).profileId, isFollowing: is }),
  followStory: ({ desks }, by, pick, is) => by.social.followStory({ storyId: pick(desks).story.id, isFollowing: is }),
  applaud: ({ desks }, by, pick, is) => by.social.applaud({ chapterId: pick(desks).chapterId, hasApplauded: is }),
  publish: ({ desks }, _by, pick, is) => {
    const desk = pick(desks);
    return is ? publishNow(desk) : callAs(desk.author).edition.unpublish({ chapterId: desk.chapterId });
  },
  block: ({ faces }, by, pick, is) => by.reach.block({ profileId: pick(faces).profileId, isBlocked: is }),
  closeDoor: (_world, by, _pick, is) => by.social.setFollowersOnly({ isFollowersOnly: is }),
  answer: ({ faces }, by, pick, is) => by.social.answerRequest({ profileId: pick(faces).profileId, isApproved: is }),
  remove: ({ faces }, by, pick) => by.social.removeFollower({ profileId: pick(faces).profileId }),
  leave: async ({ faces, spare }) => {
    const gone = spare.pop();
    if (!gone) return;
    faces.splice(faces.indexOf(gone), 1);
    await callAs(gone).profile.close({ id: gone.profileId });
  },
};
/** Follows are most of what people do; few close. */
const often = {
  followFace: 30,
  followStory: 20,
  applaud: 10,
  publish: 12,
  block: 10,
  closeDoor: 6,
  answer: 8,
  remove: 3,
  leave: 1,
};

const callAs = (member: Member): Api => as(member, { limits: limitless });

/** People with several faces each, and stories that come and go. */
async function peopleWorld(): Promise<World> {
  const people = await Promise.all(Array.from({ length: 8 }, () => make.person()));
  const others = await Promise.all(
    people.flatMap((person, index) =>
      ["a", "b"].map(async (name) => {
        const handle = `${name}${index}_${crypto.randomUUID().slice(0, 8)}`;
        return { ...person, profileId: (await callAs(person).profile.create({ handle, displayName: name })).id };
      }),
    ),
  );
  const desks = await Promise.all([...people.slice(0, 4), ...people.slice(0, 4)].map((author) => sitDown(author)));
  return { faces: [...people, ...others], spare: others.filter((_, index) => index % 2 === 1), desks };
}

/** Each client does one thing after the other, all of them at once. What a policy refuses is refused; a fault is thrown. */
export async function actAtRandom({ total, clients }: { total: number; clients: number }): Promise<number> {
  const world = await peopleWorld();
  const name = fc.oneof(...Object.entries(often).map(([act, weight]) => ({ weight, arbitrary: fc.constant(act) })));
  const steps = fc.sample(fc.tuple(name, fc.boolean(), fc.nat(), fc.nat()), total);
  let done = 0;
  const client = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) {
      const [act, is, who, whom] = step;
      const pick = <T>(from: readonly T[]): T => {
        const one = from[whom % from.length];
        if (one === undefined) throw new Error("There is nobody left.");
        return one;
      };
      const by = world.faces[who % world.faces.length];
      try {
        await acts[act]?.(world, callAs(by ?? pick(world.faces)), pick, is);
        done += 1;
      } catch (error) {
        if (!(error instanceof Error && error.cause instanceof AppError)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done;
}
