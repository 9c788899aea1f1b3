import { expect, test } from "vitest";
import { type Entry, findEntries } from "./entries.ts";

const entry = (group: Entry["group"], name: string, about?: string): Entry => ({
  id: name,
  group,
  name,
  ...(about && { about }),
  go: { to: "/" },
});
const entries = [
  entry("exact", "Tamsin Vale"),
  entry("pages", "Settings"),
  entry("pages", "Your stories"),
  entry("writing", "L’Écume des nuits"),
  entry("writing", "The Night Ferry", "3, L’Écume des nuits"),
  entry("writing", "Nightfall"),
  entry("faces", "Nuala Dace", "@nuala_dace"),
  entry("look", "Theme: Dark"),
];
const found = (typed: string) => findEntries(entries, typed).map(({ name }) => name);

test.each([
  ["words without their accents", "ecume", ["Tamsin Vale", "L’Écume des nuits", "The Night Ferry"]],
  ["names that begin with it before those that hold it", "night", ["Tamsin Vale", "Nightfall", "The Night Ferry"]],
  ["every word that was typed", "ferry ecume", ["Tamsin Vale", "The Night Ferry"]],
  ["what has been looked up by its exact name, whatever it is called", "zzz", ["Tamsin Vale"]],
  ["a change of look only for whoever asks for one", "dark", ["Tamsin Vale", "Theme: Dark"]],
  ["another profile only for whoever asks for it", "nuala", ["Tamsin Vale", "Nuala Dace"]],
])("it finds %s", (_, typed, names) => expect(found(typed)).toEqual(names));

test("before anything is typed it offers all but the looks and profiles", () => {
  expect(found(" ")).toEqual(entries.slice(0, -2).map(({ name }) => name));
});
