import { slugOf } from "@muejam/contracts/address";
import { TagName, TagSlug } from "@muejam/contracts/tag";
import fc from "fast-check";
import { expect, test } from "vitest";
import { transact } from "../../kernel/transact.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { publishStory } from "../../test/press.ts";
import { untilSomebodyWaits } from "../../test/waiting.ts";
import { ensureTags } from "./tag.service.ts";

const system = ctxOf(make.system());
const visitor = as(make.visitor());
const ensure = (...names: string[]) => transact(system, (tx) => ensureTags(tx, names));
const slugsOf = async (...names: string[]) => (await ensure(...names)).map(({ slug }) => slug);

test("names that leave the same slug are one tag, in the order they came, as first written", async () => {
  expect(await slugsOf("Slow Burn", "mystery", "slow  burn!", "灯台")).toEqual(["slow-burn", "mystery", "灯台"]);
  expect(await slugsOf("SLOW BURN")).toEqual(["slow-burn"]);
  const rows = await system.db.tag.findMany({ where: { slug: "slow-burn" } });
  expect(rows).toMatchObject([{ name: "Slow Burn", kind: "free" }]);
});

const letter = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  fc.constantFrom("𠀀", "ﷺ", "İ", "Σ", "ß", "'"),
);
const name = fc.string({ unit: letter, minLength: 1, maxLength: 60 }).filter((text) => TagName.safeParse(text).success);

test("whatever a tag is called, its slug is an address that leads back to it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 20 }), async (typed) => {
      const names = typed.map((text) => TagName.parse(text));
      const slugs = await slugsOf(...names);
      expect(slugs).toEqual([...new Set(names.map(slugOf))]);
      expect(slugs.filter((slug) => !slug.isWellFormed() || !TagSlug.safeParse(slug).success)).toEqual([]);
    }),
    { numRuns: 60, examples: [[["가'ᆨ", `aﷺ${"𠀀".repeat(22)}`]]] },
  );
});

test("known tags cost one statement, and none cost nothing", async () => {
  await ensure("one word", "another word");
  const known = await countQueries(() => ensure("one word", "another word"));
  const none = await countQueries(() => ensure());
  expect(known.queries - none.queries).toBe(1);
});

test("whoever writes the same new words at once gets the same tags", async () => {
  const { promise: isWritten, resolve: written } = Promise.withResolvers<void>();
  const first = transact(system, async (tx) => {
    const tags = await ensureTags(tx, ["tides", "gulls"]);
    written();
    await untilSomebodyWaits();
    return tags;
  });
  await isWritten;
  const [second, tags] = await Promise.all([ensure("gulls", "tides"), first]);
  expect(second).toEqual(tags.toReversed());
});

test("a genre is found by anyone, from the cache the second time", async () => {
  expect(await visitor.tag.bySlug({ slug: "slice-of-life" })).toEqual({
    slug: "slice-of-life",
    name: "Slice of life",
    kind: "genre",
  });
  expect((await countQueries(() => visitor.tag.bySlug({ slug: "slice-of-life" }))).queries).toBe(0);
});

test("a word that stands on no public story is nobody else's to find", async () => {
  await ensure("secret heir");
  await expect(visitor.tag.bySlug({ slug: "secret-heir" })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await publishStory(await make.person(), { tags: ["Secret Heir"] });
  expect(await visitor.tag.bySlug({ slug: "secret-heir" })).toMatchObject({ name: "secret heir", kind: "free" });
});

test.each(["held", "closed"])("a word of somebody who is %s goes out of sight with them", async (state) => {
  const author = await make.person();
  const slug = `word-of-the-${state}`;
  await publishStory(author, { tags: [slug] });
  await system.db.profile.update({ where: { id: author.profileId }, data: { state } });
  await expect(visitor.tag.bySlug({ slug })).rejects.toMatchObject(refusal("NOT_FOUND"));
});
