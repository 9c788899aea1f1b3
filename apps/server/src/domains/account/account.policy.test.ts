import { expect, test } from "vitest";
import type { Holder } from "../../kernel/actor.ts";
import {
  assertInPerson,
  assertKeyLive,
  assertNotLast,
  assertOpen,
  assertRoomForKey,
  assertStanding,
  chooseProfile,
} from "./account.policy.ts";

const refused = (code: string) => expect.objectContaining({ code });
const who = { accountId: "a", profileId: "p", isEmailVerified: true };
const member: Holder = {
  kind: "member",
  ...who,
  roles: [],
  session: { issuer: "built-in", id: "s", endsAt: new Date(), provenAt: null },
};
const key: Holder = { kind: "key", ...who, keyId: "k", scopes: ["moderate"] };

test("without a wish the first face speaks; a wish must be one's own", () => {
  expect(chooseProfile(["one", "two"], undefined)).toBe("one");
  expect(chooseProfile(["one", "two"], "TWO")).toBe("two");
  expect(() => chooseProfile(["one"], "two")).toThrow(refused("FORBIDDEN"));
  expect(() => chooseProfile([], undefined)).toThrow(refused("FORBIDDEN"));
});

test("a key works until its instant, and not once it is revoked", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const at =
    (expiresAt: string, isRevoked = false) =>
    () =>
      assertKeyLive({ expiresAt, isRevoked }, now);
  expect(at("2026-11-20T12:00:00.001Z")).not.toThrow();
  expect(at("2026-11-20T12:00:00.000Z")).toThrow(refused("KEY_EXPIRED"));
  expect(at("2027-11-20T12:00:00.000Z", true)).toThrow(refused("KEY_INVALID"));
});

test("only the last administrator must stay", () => {
  expect(() => assertNotLast("administrator", ["a"], "a")).toThrow(refused("LAST_ADMINISTRATOR"));
  for (const [role, holders, id] of [
    ["administrator", ["a", "b"], "a"],
    ["administrator", ["a"], "b"],
    ["moderator", ["a"], "a"],
  ] as const)
    expect(() => assertNotLast(role, holders, id)).not.toThrow();
});

test("what was ended or closed meanwhile does not stand", () => {
  const standing = { roles: [], isClosed: false, isLive: true };
  expect(assertStanding(member, standing)).toBe(standing);
  expect(() => assertStanding(member, null)).toThrow(refused("SESSION_ENDED"));
  expect(() => assertStanding(member, { ...standing, isLive: false })).toThrow(refused("SESSION_ENDED"));
  expect(() => assertStanding(key, { ...standing, isLive: false })).toThrow(refused("KEY_INVALID"));
  expect(() => assertStanding(member, { ...standing, isClosed: true })).toThrow(refused("ACCOUNT_CLOSED"));
});

test("twenty keys, open accounts, and people in person", () => {
  expect(() => assertRoomForKey({ own: 19 })).not.toThrow();
  expect(() => assertRoomForKey({ own: 20 })).toThrow(refused("KEYS_FULL"));
  expect(() => assertOpen({ isClosed: true })).toThrow(refused("ACCOUNT_CLOSED"));
  expect(() => assertInPerson(member)).not.toThrow();
  expect(() => assertInPerson(key)).toThrow(refused("PERSON_REQUIRED"));
});
