import { Role, type Scope } from "@muejam/contracts/account";
import { ProfileState } from "@muejam/contracts/profile";
import { expect, test } from "vitest";
import { countQueries, ctxOf, make } from "../../test/harness.ts";
import { judgePairs } from "../../test/visibility-twins.ts";
import { subjectColumns } from "../profile/profile.repo.ts";
import { isAdult, refusalOf, unasked, visitorScope } from "./visibility.policy.ts";
import { reveal, revealList, viewerOf } from "./visibility.service.ts";

test("the predicate and the function agree on 300 random pairs", async () => {
  const { differing, seen, hidden } = await judgePairs(300);
  expect(differing).toEqual([]);
  expect(seen + hidden).toBe(300);
  expect(Math.min(seen, hidden)).toBeGreaterThan(300 / 10);
});

test("a viewer is read once a request, in one statement; a visitor and a job need none", async () => {
  const member = await make.person({}, ["senior"]);
  const ctx = ctxOf({ ...member });
  const { queries, result } = await countQueries(async () => {
    await viewerOf(ctx);
    return viewerOf({ ...ctx });
  });
  expect(queries).toBe(1);
  const { accountId, profileId } = member;
  expect(result).toEqual({ ...visitorScope, accountId, profileIds: [profileId], roles: ["senior"] });
  const { queries: none } = await countQueries(async () => [
    await viewerOf(ctxOf(make.visitor())),
    await viewerOf(ctxOf(make.system())),
  ]);
  expect(none).toBe(0);
});

test("a key knows one face: nothing is its own beside it, and a role is worth what its scopes say", async () => {
  const { accountId, profileId } = await make.person({}, ["senior"]);
  const viewerWith = (scopes: Scope[]) => viewerOf(ctxOf(make.key({ accountId, profileId, scopes })));
  const scope = { ...visitorScope, profileIds: [profileId] };
  expect(await viewerWith(["read", "write"])).toEqual(scope);
  expect(await viewerWith(["read", "moderate"])).toEqual({ ...scope, roles: ["senior"] });
});

const seen = {
  face: "face",
  state: "active",
  team: ["mine"],
  isPublished: true,
  isForFollowers: false,
  isMature: false,
} as const;
const stranger = { ...visitorScope, accountId: "theirs" };
const viewers = {
  visitor: visitorScope,
  stranger,
  owner: { ...visitorScope, accountId: "mine" },
  adult: { ...stranger, showsMature: true },
  moderator: { ...stranger, roles: [Role.enum.moderator] },
  follower: { ...stranger, followed: ["face"] },
  blocker: { ...stranger, blocked: ["face"] },
  blocked: { ...stranger, blocking: ["face"] },
  muter: { ...stranger, muted: ["face"] },
};

test.each([
  [{}, ["visitor", "stranger", "owner", "adult", "moderator", "follower", "muter"]],
  [{ face: "other" }, Object.keys(viewers)],
  [{ isForFollowers: true }, ["owner", "moderator", "follower"]],
  [{ state: "held" }, ["owner", "moderator"]],
  [{ state: "closed" }, []],
  [{ isPublished: false }, ["owner"]],
  [{ isMature: true }, ["owner", "adult", "moderator"]],
] as const)("what is %j is seen by %j", (fact, seenBy) => {
  const found = Object.entries(viewers).flatMap(([who, viewer]) => (reveal(viewer, { ...seen, ...fact }) ? [who] : []));
  expect(found).toEqual(seenBy);
});

test("what was muted is out of what comes by itself, and nowhere else", () => {
  expect(reveal(viewers.muter, seen)).not.toBeNull();
  expect(reveal(unasked(viewers.muter), seen)).toBeNull();
});

test("duty sees whoever blocked it, and not whom it blocked itself", () => {
  const { roles } = viewers.moderator;
  expect(reveal({ ...viewers.blocked, roles }, seen)).not.toBeNull();
  expect(reveal({ ...viewers.blocker, roles }, seen)).toBeNull();
  expect(reveal({ ...viewers.owner, blocked: ["face"] }, seen)).not.toBeNull();
});

test("only what its rating alone hides is told from what does not exist", () => {
  expect(refusalOf(stranger, { ...seen, isMature: true })).toBe("MATURE_HIDDEN");
  expect(refusalOf(stranger, { ...seen, isMature: true, isPublished: false })).toBe("NOT_FOUND");
  expect(refusalOf(viewers.adult, { ...seen, isMature: true })).toBeNull();
});

test.each([
  ["2008-11-20", true],
  ["2008-11-21", false],
  ["1950-01-01", true],
])("somebody born on %s is of age on 20 November 2026: %s", (birthDate, expected) => {
  expect(isAdult(birthDate, new Date("2026-11-20T00:00:00Z"))).toBe(expected);
});

test("somebody born on 29 February comes of age on 1 March", () => {
  expect(isAdult("2008-02-29", new Date("2026-02-28T23:00:00Z"))).toBe(false);
  expect(isAdult("2008-02-29", new Date("2026-03-01T00:00:00Z"))).toBe(true);
});

test("a list that forgot the condition is a bug, and shows nothing", async () => {
  const forgetful = revealList(visitorScope, subjectColumns, async () =>
    ProfileState.options.map((state) => ({ ...seen, state })),
  );
  await expect(forgetful).rejects.toThrow("may not see");
});
