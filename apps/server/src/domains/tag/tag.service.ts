import { slugOf } from "@muejam/contracts/address";
import { type BySlug, Tag } from "@muejam/contracts/tag";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { timedId } from "../../kernel/ids.ts";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./tag.repo.ts";

export async function bySlug(ctx: Ctx, { slug }: BySlug): Promise<Tag> {
  const tag = await readPublic(ctx, slug);
  if (!tag) throw new AppError("NOT_FOUND");
  return tag;
}

/** Null when it stands on nothing public. */
export const idOf = async (ctx: Ctx, slug: string): Promise<string | null> => (await readPublic(ctx, slug))?.id ?? null;

/** The tags of these names, in their order and each once: names that leave the same slug are one tag, as first written. */
export async function ensureTags(tx: Tx, names: readonly string[]): Promise<repo.KnownTag[]> {
  const bySlugOf = new Map(names.toReversed().map((name) => [slugOf(name), name]));
  const slugs = [...new Set(names.map(slugOf))];
  const known = new Map((await findAll(tx, slugs)).map((tag) => [tag.slug, tag]));
  const missing = slugs.filter((slug) => !known.has(slug));
  if (missing.length > 0) {
    const fresh = missing.map((slug) => ({
      id: timedId(tx.now),
      slug,
      name: bySlugOf.get(slug) ?? slug,
      createdAt: tx.now,
    }));
    await repo.insertMissing(tx.db, fresh);
    for (const tag of await findAll(tx, missing)) known.set(tag.slug, tag);
  }
  return slugs.flatMap((slug) => known.get(slug) ?? []);
}

const PublicTag = Tag.extend({ id: z.uuid() });

const readPublic = (ctx: Ctx, slug: string): Promise<repo.PublicTag | null> =>
  ctx.cache.read({
    key: `tag.bySlug:${slug}`,
    tags: [`tag:${slug}`],
    ttlSeconds: 300,
    schema: PublicTag.nullable(),
    load: () => repo.findPublic(ctx.db, slug),
  });

const findAll = async (tx: Tx, slugs: readonly string[]): Promise<repo.KnownTag[]> =>
  slugs.length === 0 ? [] : repo.findIds(tx.db, slugs);
