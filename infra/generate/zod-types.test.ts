import { expect, test } from "vitest";
import { z } from "zod";
import { createPrinter } from "./zod-types.ts";

const Name = z.string().min(1);
const Entry = z.object({ name: Name, tags: z.array(z.string()).default([]), at: z.iso.datetime().nullish() });
const names = new Map<unknown, string>([
  [Name, "Name"],
  [Entry, "Entry"],
]);
const printer = () => createPrinter((schema) => names.get(schema));

test.each([
  ["what has a name by its name", Name, "Name"],
  ["choices", z.enum(["a", "b"]), '"a" | "b"'],
  ["a list of choices", z.array(z.literal(["a", 1])), '("a" | 1)[]'],
  ["what may be absent", z.object({ n: z.int().optional() }), "{ n?: number | undefined }"],
  ["what may be null", z.record(z.string(), z.boolean().nullable()), "Record<string, boolean | null>"],
  ["an object that may hold more", z.looseObject({ "a-b": z.int() }), '{ "a-b": number; [key: string]: unknown }'],
  ["one of several", z.union([z.object({ a: z.string() }), z.null()]), "{ a: string } | null"],
])("prints %s", (_, schema, text) => {
  expect(printer().print(schema, "output")).toBe(text);
});

test("a schema that fills in what was left out is two types", () => {
  const { print, aliases } = printer();
  expect(print(Entry, "output")).toBe("Entry");
  expect(print(Entry, "input")).toBe("EntryGiven");
  expect([...aliases]).toEqual([
    ["Name", "string"],
    ["Entry", "{ name: Name; tags: string[]; at?: string | null | undefined }"],
    ["EntryGiven", "{ name: Name; tags?: string[] | undefined; at?: string | null | undefined }"],
  ]);
});

test("what goes in and what comes out of a transform", () => {
  const lines = z
    .string()
    .transform((text) => text.split("\n"))
    .pipe(z.array(z.string()));
  expect(printer().print(lines, "input")).toBe("string");
  expect(printer().print(lines, "output")).toBe("string[]");
});

test("refuses what it cannot say", () => {
  expect(() => printer().print(z.date(), "output")).toThrow("a date");
});
