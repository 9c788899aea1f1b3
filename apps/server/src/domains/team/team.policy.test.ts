import { teamMax } from "@muejam/contracts/team";
import { expect, test } from "vitest";
import { assertInvitable, assertNotOneself, assertProven, partOf, rightsOf } from "./team.policy.ts";

test.each([
  [["read"], "reader"],
  [["read", "edit"], "editor"],
  [["read", "edit", "publish", "reply", "moderate", "figures"], "deputy"],
  [["read", "edit", "publish", "reply", "moderate", "figures", "lead"], "lead"],
] as const)("whoever may %j is %s", (rights, part) => {
  expect(partOf(rights)).toBe(part);
});

test("a role gives what it is called after, and nothing more", () => {
  expect(rightsOf).toEqual({ editor: ["read", "edit"], reader: ["read"] });
});

test.each([
  [{ isMember: true, isAsked: false, others: 2 }, "in_team"],
  [{ isMember: false, isAsked: false, others: teamMax }, "too_many"],
])("%j is refused beside the handle", (counted, rule) => {
  expect(() => assertInvitable(counted)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ rule })] }),
  );
});

test("whoever is asked already may be asked again in a full team", () => {
  expect(() => assertInvitable({ isMember: false, isAsked: true, others: teamMax })).not.toThrow();
});

test("one's own other face, and an address that is not proven, invite nobody", () => {
  expect(() => assertNotOneself("a", "a")).toThrow(expect.objectContaining({ code: "YOUR_OWN" }));
  expect(() => assertProven({ isEmailVerified: false })).toThrow(expect.objectContaining({ code: "EMAIL_UNVERIFIED" }));
});
