import { z } from "zod";

/** Opaque and signed: only the list that gave it can read it. */
export const Cursor = z.string().min(1).max(512);

export const PageInput = z.object({
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type PageInput = z.infer<typeof PageInput>;

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: Cursor.nullable() });

export type Page<Item> = { items: Item[]; nextCursor: string | null };
