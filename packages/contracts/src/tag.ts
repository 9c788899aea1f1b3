import { z } from "zod";
import { slugOf } from "./address.ts";
import { line } from "./text.ts";

export const Genre = z.enum([
  "adventure",
  "fantasy",
  "historical",
  "horror",
  "humour",
  "literary",
  "mystery",
  "poetry",
  "romance",
  "science-fiction",
  "slice-of-life",
  "thriller",
]);
export type Genre = z.infer<typeof Genre>;

/** Typed by an author, in any script: it has to leave something for an address. */
export const TagName = line(1, 60).refine((name) => slugOf(name) !== "");
export type TagName = z.infer<typeof TagName>;

export const TagSlug = z
  .string()
  .min(1)
  .max(60)
  .refine((slug) => slug === slugOf(slug));
export type TagSlug = z.infer<typeof TagSlug>;

export const Tag = z.object({ slug: z.string(), name: z.string(), kind: z.enum(["genre", "free"]) });
export type Tag = z.infer<typeof Tag>;

export const BySlug = z.object({ slug: TagSlug });
export type BySlug = z.infer<typeof BySlug>;
