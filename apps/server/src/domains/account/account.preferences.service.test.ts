import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { viewerOf } from "../visibility/visibility.service.ts";

const { db } = ctxOf(make.system());
const birthday = (age: number, shiftDays = 0) => {
  const now = new Date();
  const day = new Date(Date.UTC(now.getUTCFullYear() - age, now.getUTCMonth(), now.getUTCDate() + shiftDays));
  return day.toISOString().slice(0, 10);
};

test("a day of birth is kept once, sealed, and opens what is for adults only with the reader's own switch", async () => {
  const actor = await make.person();
  const person = as(actor);
  expect(await person.account.me()).toMatchObject({ isOnboarded: false, isAdult: false, interests: [] });
  const { queries, result } = await countQueries(() =>
    person.account.onboard({ birthDate: "1990-05-17", interests: ["mystery", "fantasy"] }),
  );
  expect(queries).toBeLessThanOrEqual(9);
  const said = {
    isOnboarded: true,
    isAdult: true,
    showsMature: false,
    interests: ["fantasy", "mystery"],
    languages: [],
  };
  expect(result).toEqual(said);
  const row = await db.account.findUniqueOrThrow({ where: { id: actor.accountId } });
  expect(JSON.stringify(row)).not.toContain("1990");

  expect((await viewerOf(ctxOf({ ...actor }))).showsMature).toBe(false);
  await person.account.setPreferences({ showsMature: true });
  expect((await viewerOf(ctxOf({ ...actor }))).showsMature).toBe(true);
  await person.account.onboard({ birthDate: birthday(14), interests: [] });
  expect(await person.account.me()).toMatchObject({ isAdult: true, showsMature: true, interests: [] });
});

test("the languages that somebody reads are kept in one order, each once", async () => {
  const person = as(await make.person());
  const { queries, result } = await countQueries(() => person.account.setPreferences({ languages: ["fr", "ar"] }));
  expect(queries).toBeLessThanOrEqual(6);
  expect(result).toMatchObject({ languages: ["ar", "fr"] });
  expect(await person.account.setPreferences({ interests: [] })).toMatchObject({ languages: ["ar", "fr"] });
  for (const languages of [["fr", "fr"], ["en-GB"], ["\u0000"]])
    await expect(person.account.setPreferences({ languages })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await person.account.setPreferences({ languages: [] })).toMatchObject({ languages: [] });
});

test("whoever is under thirteen today is refused and nothing is kept; thirteen today is old enough", async () => {
  const actor = await make.person();
  const onboard = (birthDate: string) => as(actor).account.onboard({ birthDate, interests: [] });
  await expect(onboard(birthday(13, 1))).rejects.toMatchObject(refusal("UNDER_AGE"));
  await expect(onboard(birthday(0, 1))).rejects.toMatchObject(refusal("INPUT_INVALID"));
  await expect(onboard("1899-12-31")).rejects.toMatchObject(refusal("INPUT_INVALID"));
  expect((await as(actor).account.me()).isOnboarded).toBe(false);
  await expect(onboard(birthday(13))).resolves.toMatchObject({ isOnboarded: true, isAdult: false });
});

test("nobody under eighteen, and nobody who has not said their age, switches on what is for adults", async () => {
  const actor = await make.person();
  const wish = () => as(actor).account.setPreferences({ showsMature: true });
  await expect(wish()).rejects.toMatchObject(refusal("ADULTS_ONLY"));
  await as(actor).account.onboard({ birthDate: birthday(18, 1), interests: [] });
  await expect(wish()).rejects.toMatchObject(refusal("ADULTS_ONLY"));
  await expect(as(actor).account.setPreferences({ showsMature: false })).resolves.toMatchObject({ showsMature: false });
});

test("of many who say at once what one likes, the last is heard whole", async () => {
  const person = await make.person();
  const choices = (["horror", "poetry", "mystery", "romance"] as const).map((genre) => [genre, "fantasy" as const]);
  await Promise.all([...choices, ...choices].map((interests) => as(person).account.setPreferences({ interests })));
  const { interests } = await as(person).account.me();
  expect(choices.map((choice) => choice.toSorted())).toContainEqual(interests.toSorted());
});
