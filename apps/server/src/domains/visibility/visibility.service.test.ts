import { Role } from "@muejam/contracts/account";
import { ProfileState } from "@muejam/contracts/profile";
import { expect, test } from "vitest";
import { countQueries, ctxOf, make } from "../../test/harness.ts";
import { judgePairs } from "../../test/visibility-twins.ts";
import { subjectColumns } from "../profile/profile.repo.ts";
import { visitorScope } from "./visibility.policy.ts";
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
  expect(result).toEqual({ accountId: member.accountId, profileIds: [member.profileId], roles: ["senior"] });
  const { queries: none } = await countQueries(async () => [
    await viewerOf(ctxOf(make.visitor())),
    await viewerOf(ctxOf(make.system())),
  ]);
  expect(none).toBe(0);
});

const subject = (state: ProfileState) => ({ state, accountId: "mine" });
const viewers = {
  visitor: visitorScope,
  stranger: { accountId: "theirs", profileIds: [], roles: [] },
  owner: { accountId: "mine", profileIds: [], roles: [] },
  moderator: { accountId: "staff", profileIds: [], roles: [Role.enum.moderator] },
};

test.each([
  ["active", ["visitor", "stranger", "owner", "moderator"]],
  ["held", ["owner", "moderator"]],
  ["closed", []],
] as const)("what is %s is seen by %j", (state, seenBy) => {
  const seen = Object.entries(viewers).flatMap(([who, viewer]) => (reveal(viewer, subject(state)) ? [who] : []));
  expect(seen).toEqual(seenBy);
});

test("a list that forgot the condition is a bug, and shows nothing", async () => {
  const columns = subjectColumns;
  const forgetful = revealList(visitorScope, columns, async () => ProfileState.options.map(subject));
  await expect(forgetful).rejects.toThrow("may not see");
});
