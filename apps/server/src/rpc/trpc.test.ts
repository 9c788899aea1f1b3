import { expect, test } from "vitest";
import type { Actor } from "../kernel/actor.ts";
import { AppError } from "../kernel/errors.ts";
import { as, callOf, make } from "../test/harness.ts";
import {
  administrator,
  anyone,
  createCallerFactory,
  member,
  moderator,
  person,
  router,
  senior,
  verified,
} from "./trpc.ts";

/** Two doors for each guard, to look and to change. */
const doors = createCallerFactory(
  router({
    anyoneLook: anyone.query(() => "in"),
    anyoneChange: anyone.mutation(() => "in"),
    memberLook: member.query(() => "in"),
    memberChange: member.mutation(() => "in"),
    verifiedLook: verified.query(() => "in"),
    verifiedChange: verified.mutation(() => "in"),
    personLook: person.query(() => "in"),
    personChange: person.mutation(() => "in"),
    moderatorLook: moderator.query(() => "in"),
    moderatorChange: moderator.mutation(() => "in"),
    seniorLook: senior.query(() => "in"),
    seniorChange: senior.mutation(() => "in"),
    administratorLook: administrator.query(() => "in"),
    administratorChange: administrator.mutation(() => "in"),
  }),
);
type Door = keyof ReturnType<typeof doors>;
const guards = ["anyone", "member", "verified", "person", "moderator", "senior", "administrator"] as const;
type Guard = (typeof guards)[number];

const people = {
  visitor: make.visitor(),
  job: make.system(),
  member: await make.person(),
  unproven: await make.person({ isEmailVerified: false }),
  moderator: await make.person({}, ["moderator"]),
  senior: await make.person({}, ["senior"]),
  administrator: await make.person({}, ["administrator"]),
};
const keyWith = async (owner: keyof typeof people, ...scopes: ("read" | "write" | "moderate")[]) => {
  const who = people[owner];
  if (who.kind !== "member") throw new Error("Only members have keys.");
  const { key } = await as(who).account.createKey({ name: "k", scopes });
  const { accountId, profileId, isEmailVerified } = who;
  return make.key({ accountId, profileId, isEmailVerified, keyId: key.id, scopes });
};

async function answer(actor: Actor, door: Door): Promise<string> {
  try {
    return await doors(callOf(actor))[door]();
  } catch (error) {
    const { cause } = error instanceof Error ? error : {};
    if (cause instanceof AppError) return cause.code;
    throw error;
  }
}

const ins = (...open: Guard[]) => Object.fromEntries(open.map((guard) => [guard, "in"]));
const rest = (code: string) => Object.fromEntries(guards.map((guard) => [guard, code]));

test.each([
  ["visitor", { ...rest("SIGN_IN_REQUIRED"), ...ins("anyone") }],
  ["job", { ...rest("SIGN_IN_REQUIRED"), ...ins("anyone") }],
  ["member", { ...rest("FORBIDDEN"), ...ins("anyone", "member", "verified", "person") }],
  ["unproven", { ...rest("FORBIDDEN"), ...ins("anyone", "member", "person"), verified: "EMAIL_UNVERIFIED" }],
  ["moderator", { ...rest("in"), senior: "FORBIDDEN", administrator: "FORBIDDEN" }],
  ["senior", { ...rest("in"), administrator: "FORBIDDEN" }],
  ["administrator", rest("in")],
] as const)("the guards answer to a %s", async (who, expected) => {
  for (const act of ["Look", "Change"] as const) {
    const seen: Record<string, string> = {};
    for (const guard of guards) seen[guard] = await answer(people[who], `${guard}${act}`);
    expect(seen).toEqual(expected);
  }
});

type Answers = Partial<Record<Door, string>>;
const keys: [keyof typeof people, ("read" | "write" | "moderate")[], Answers][] = [
  ["member", ["read"], { memberLook: "in", memberChange: "SCOPE_MISSING", personLook: "PERSON_REQUIRED" }],
  ["member", ["write"], { memberLook: "SCOPE_MISSING", memberChange: "in", verifiedChange: "in" }],
  ["unproven", ["write"], { memberChange: "in", verifiedChange: "EMAIL_UNVERIFIED" }],
  ["member", ["moderate"], { memberLook: "SCOPE_MISSING", moderatorLook: "FORBIDDEN" }],
  ["moderator", ["moderate"], { moderatorLook: "in", moderatorChange: "in", seniorLook: "FORBIDDEN" }],
  ["moderator", ["read", "write"], { memberLook: "in", moderatorLook: "SCOPE_MISSING" }],
  ["administrator", ["moderate"], { seniorChange: "in", administratorChange: "in", personChange: "PERSON_REQUIRED" }],
];

test.each(keys)("a key of a %s with %j", async (owner, scopes, expected) => {
  const key = await keyWith(owner, ...scopes);
  const seen: Answers = {};
  for (const door of Object.keys(expected).filter(isDoor)) seen[door] = await answer(key, door);
  expect(seen).toEqual(expected);
});

function isDoor(name: string): name is Door {
  return guards.some((guard) => name === `${guard}Look` || name === `${guard}Change`);
}
