import { expect, test } from "vitest";
import { AppError } from "../../kernel/errors.ts";
import {
  assertLink,
  assertMayTell,
  assertOtherAddress,
  assertOwnSession,
  assertPasswordFits,
  judgeRefresh,
} from "./account.sessions.policy.ts";

const now = new Date("2026-11-20T12:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const fresh = { expiresAt: before(-60), usedAt: null, familyEndedAt: null };

test.each([
  ["rotate", fresh],
  ["repeat", { ...fresh, usedAt: before(0) }],
  ["repeat", { ...fresh, usedAt: before(30) }],
  ["stolen", { ...fresh, usedAt: before(30.001) }],
  ["over", { ...fresh, expiresAt: now }],
  ["over", { ...fresh, familyEndedAt: before(1) }],
  ["over", { ...fresh, usedAt: before(1), familyEndedAt: before(1) }],
  ["over", { ...fresh, usedAt: before(100), expiresAt: before(1) }],
])("%s: %j", (verdict, state) => {
  expect(judgeRefresh(state, now)).toBe(verdict);
});

test.each([
  ["a lantern in the rain", "ada@example.org", false, []],
  ["a lantern in the rain", null, false, []],
  ["whatever it is", "ada@example.org", true, ["common"]],
  ["Ada@Example.org", "ada@example.org", false, ["address"]],
  ["ada.lovelace", "Ada.Lovelace@example.org", true, ["common", "address"]],
])("the password %s of %s", (password, email, isCommon, rules) => {
  expect(brokenRules(() => assertPasswordFits({ password, email, isCommon }))).toEqual(rules);
});

test("no handle is a password, however it is written", () => {
  const given = { password: "Mara_Lantern", email: null, handles: ["ada", "mara_lantern"], isCommon: false };
  expect(brokenRules(() => assertPasswordFits(given))).toEqual(["handle"]);
});

function brokenRules(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return error instanceof AppError ? (error.issues ?? []).map(({ rule }) => rule) : ["a bug"];
  }
}

test("one moves to another address than one has", () => {
  expect(() => assertOtherAddress({ from: "ada@example.org", to: "lovelace@example.org" })).not.toThrow();
  expect(brokenRules(() => assertOtherAddress({ from: "ada@example.org", to: "ada@example.org" }))).toEqual(["same"]);
});

test("a link that stands for nothing is refused", () => {
  expect(assertLink("found")).toBe("found");
  for (const nothing of [null, undefined])
    expect(() => assertLink(nothing)).toThrow(expect.objectContaining({ code: "LINK_INVALID" }));
});

test("somebody else's session looks like none", () => {
  expect(() => assertOwnSession([{ id: "mine" }], "mine")).not.toThrow();
  expect(() => assertOwnSession([{ id: "mine" }], "theirs")).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
});

test("news of an issuer come from no person", () => {
  expect(() => assertMayTell({ kind: "system", name: "webhook.clerk" })).not.toThrow();
  const session = { issuer: "clerk", id: "s", endsAt: new Date(), provenAt: null } as const;
  const who = { accountId: "a", profileId: "p", roles: ["administrator"], isEmailVerified: true, session } as const;
  const member = { kind: "member", ...who } as const;
  for (const actor of [{ kind: "visitor", address: "::1" } as const, member])
    expect(() => assertMayTell(actor)).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
});
