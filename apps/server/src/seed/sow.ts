import type { Ctx } from "../kernel/ctx.ts";
import type { Metrics } from "../kernel/metrics.ts";
import { type Call, callAs } from "./caller.ts";
import { readPeople, readStories, type SeedPerson, type SeedStory } from "./library.ts";
import { bringIn, staff } from "./people.ts";
import { type SendPicture, sendAs } from "./pictures.ts";
import { publishStory } from "./stories.ts";

/** Each step finds what an earlier start has done, so that one that was broken off goes on where it stood. */
export async function sow(ctx: Ctx, metrics: Metrics): Promise<void> {
  const people = [...staff, ...readPeople()];
  const settled = new Map<string, Settled>();
  for (const person of people) settled.set(person.handle, await settle(ctx, metrics, person));
  const moderator = await called(settled, "noor_haddad").call.account.me();
  const change = { profileId: moderator.actingAs, role: "moderator", purpose: "seed:demo" } as const;
  await called(settled, "wren_castellane").call.account.grantRole(change);

  // Before there is anything to read, so that a bell has something to say.
  const { id: profileId } = await called(settled, "tamsin_vale").call.profile.view({ handle: "tamsin_vale" });
  await called(settled, "iris_okafor").call.social.followProfile({ profileId, isFollowing: true });

  const stories = readStories();
  for (const story of stories) await publishStory(called(settled, story.author), story);
  for (const { handle, interests } of people) {
    // What has a liked genre beside another is left for them to find.
    const liked = stories.filter(
      ({ author, genres: [first] }) => author !== handle && first !== undefined && interests.includes(first),
    );
    await follow(called(settled, handle).call, liked);
  }
}

type Settled = { call: Call; send: SendPicture };

async function settle(ctx: Ctx, metrics: Metrics, person: SeedPerson): Promise<Settled> {
  const member = await bringIn(ctx, person.handle);
  const call = callAs(ctx, metrics, member);
  const { actingAs, profiles } = await call.account.me();
  const { handle, displayName, bio, interests } = person;
  if (profiles[0]?.handle !== handle) await call.profile.update({ id: actingAs, handle, displayName, bio });
  await call.account.onboard({ birthDate: "1988-04-12", interests });
  return { call, send: sendAs(ctx, member) };
}

/** Whoever likes a genre follows its stories and applauds their first chapters. */
async function follow(call: Call, stories: readonly SeedStory[]): Promise<void> {
  await call.account.setPreferences({ showsMature: true });
  for (const { id: storyId, chapters } of stories) {
    await call.social.followStory({ storyId, isFollowing: true });
    const [first] = chapters;
    if (first) await call.social.applaud({ chapterId: first.id, hasApplauded: true });
  }
}

function called(settled: ReadonlyMap<string, Settled>, handle: string): Settled {
  const found = settled.get(handle);
  if (!found) throw new Error(`Nobody of the library is called ${handle}.`);
  return found;
}
