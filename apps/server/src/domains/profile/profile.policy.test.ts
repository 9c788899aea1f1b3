import { expect, test } from "vitest";
import { assertFreeName, assertOwn, assertRoomForProfile } from "./profile.policy.ts";

test.each(["admin", "Trpc", "settings", "muejam", "MueJam_Team", "m0derator", "the_moderator", "Staff_1"])(
  "the handle %s is not for people",
  (handle) => expect(() => assertFreeName({ handle })).toThrow(expect.objectContaining({ code: "NAME_RESERVED" })),
);

test.each([
  "MueJam",
  "Mue Jam",
  "M0derator Ann",
  "Админ".replace("Админ", "аdmin"),
  "ＳＴＡＦＦ",
  "Ann, Moderator",
  "Support",
])("nobody is called %s", (displayName) =>
  expect(() => assertFreeName({ displayName })).toThrow(expect.objectContaining({ code: "NAME_RESERVED" })),
);

test.each(["Modern Times", "Adminton", "Ann", "Мария", "محمد", "李", "Ann of the Support Group"])(
  "%s is somebody's name",
  (displayName) => expect(() => assertFreeName({ displayName, handle: "ann_1" })).not.toThrow(),
);

test("an account has five faces", () => {
  expect(() => assertRoomForProfile(4)).not.toThrow();
  expect(() => assertRoomForProfile(5)).toThrow(expect.objectContaining({ code: "PROFILES_FULL", params: { max: 5 } }));
});

test.each([null, { id: "face", accountId: "theirs" }])("%j is not there to be changed", (face) => {
  const [mine, actor] = [
    { id: "face", accountId: "mine" },
    { accountId: "mine", profileId: "first" },
  ];
  const refused = expect.objectContaining({ code: "NOT_FOUND" });
  expect(() => assertOwn({ kind: "member", ...actor }, face)).toThrow(refused);
  expect(() => assertOwn({ kind: "member", ...actor }, mine)).not.toThrow();
  expect(() => assertOwn({ kind: "key", ...actor }, mine)).toThrow(refused);
  expect(() => assertOwn({ kind: "key", ...actor }, { ...mine, id: "first" })).not.toThrow();
});
