import type { Member } from "../kernel/actor.ts";
import { ctxOf, make } from "./harness.ts";

/** Somebody whom a second step guards, whose app nobody has. */
export async function guarded(): Promise<Member> {
  const identity = make.identity();
  const person = await make.person(identity);
  const factor = { subject: identity.subject, secretSealed: "nobody's", lastStep: 0, createdAt: new Date() };
  await ctxOf(make.system()).db.secondFactor.createMany({ data: [factor] });
  return person;
}
