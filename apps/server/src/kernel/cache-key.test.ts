import { expect, test } from "vitest";
import { z } from "zod";
import { cacheKey, shapeOf } from "./cache-key.ts";

const Card = z.object({ title: z.string().max(200) });

test("the same shape written twice has one name, another shape another", () => {
  expect(shapeOf(z.object({ title: z.string().max(200) }))).toBe(shapeOf(Card));
  const shapes = [Card, Card.nullable(), Card.array(), Card.nullable().array(), Card.array().max(3), Card.partial()];
  shapes.push(z.object({ title: z.string().max(201) }));
  expect(new Set(shapes.map((schema) => shapeOf(schema))).size).toBe(shapes.length);
});

test("a key holds the entry, the shape and the stamp", () => {
  expect(cacheKey({ key: "story.card:1", schema: Card }, "story:1@5")).toBe(`story.card:1|${shapeOf(Card)}|story:1@5`);
});
