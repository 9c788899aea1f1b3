import { slugOf } from "@muejam/contracts/address";
import { type BySlug, Tag } from "@muejam/contracts/tag";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { timedId } from "../../kernel/ids.ts";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./tag.repo.ts";

export async function bySlug(ctx: Ctx, { slug }: BySlug): Promise<Tag> {
  const tag = await ctx.cache.read({
    key: `tag.bySlug:${slug}`,
    tags: [`tag:${slug}`],
    ttlSeconds: 300,
    schema: Tag.nullable(),
    load: () => repo.findPublic(ctx.db, slug),
  });
  if (!tag) throw new AppError("NOT_FOUND");
  return tag;
}

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

const findAll = async (tx: Tx, slugs: readonly string[]): Promise<repo.KnownTag[]> =>
  slugs.length === 0 ? [] : repo.findIds(tx.db, slugs);
