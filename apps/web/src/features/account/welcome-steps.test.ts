import type { OwnProfile } from "@muejam/contracts/profile";
import { expect, test } from "vitest";
import { asStep, chosenNames, nextStep } from "./welcome-steps.ts";

const face: OwnProfile = {
  id: "",
  handle: "reader_01234abcde",
  displayName: "reader_01234abcde",
  bio: "",
  accent: "duck-egg",
  links: [],
  isFindable: true,
  isPresenceShown: true,
  isMemorial: false,
  state: "active",
  isFollowersOnly: false,
  createdAt: "",
};
const nuala = { ...face, handle: "nuala_dace", displayName: "Nuala Dace" };

test("whoever comes back goes on with the first thing that is not said yet", () => {
  const said = { profiles: [nuala], isOnboarded: true, interests: ["horror" as const] };
  expect(nextStep({ profiles: [face], isOnboarded: false, interests: [] })).toBe("name");
  expect(nextStep({ ...said, isOnboarded: false })).toBe("birth");
  expect(nextStep({ ...said, interests: [] })).toBe("genres");
  expect(nextStep(said)).toBe("follow");
});

test("a name of ours is proposed to nobody, a chosen one is kept", () => {
  expect(chosenNames(face)).toEqual({ displayName: "", handle: "", bio: "" });
  expect(chosenNames({ ...face, displayName: "Nuala" })).toEqual({ displayName: "Nuala", handle: "", bio: "" });
  expect(chosenNames(nuala)).toEqual({ displayName: "Nuala Dace", handle: "nuala_dace", bio: "" });
});

test("a step that is none leads to the one that is next", () => {
  expect(asStep("genres")).toBe("genres");
  expect(asStep("password")).toBeUndefined();
});
