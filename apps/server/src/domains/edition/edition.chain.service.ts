import { hashJson } from "@muejam/prose/hash";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import type { KeyRing } from "../../kernel/keys.ts";
import * as repo from "./edition.chain.repo.ts";

/** Each edition's hash is over its words and the hash before it: whoever changes one must change all that follow. */
type Body = {
  story: string;
  chapter: string;
  number: number;
  title: string;
  noteBefore: string;
  noteAfter: string;
  document: unknown;
  publishedAt: string;
  prevHash: string | null;
};
type Rendered = { html: string; text: string };

/**
 * The signature holds the hash, and that of what readers are served: the latter may go with the words without
 * breaking the chain.
 */
export async function sealEdition(
  keys: KeyRing,
  body: Body,
  { html, text }: Rendered,
): Promise<{ hash: string; signature: string }> {
  const hash = await hashBody(body);
  return { hash, signature: keys.sign(purpose, `${hash} ${await hashJson({ html, text })}`) };
}

/**
 * `gone`: no edition has this place. `unlinked`: it does not stand on the one before. `emptied`: its words were taken
 * without an erasure. `altered`: its words or what readers see are not what was published. `unsigned`: we never
 * signed it.
 */
type Fault = "gone" | "unlinked" | "emptied" | "altered" | "unsigned";
export type Break = { storyId: string; seq: number; fault: Fault };

const linksAtOnce = 20;

export async function verifyChain({ db, keys }: Ctx, storyId: string): Promise<Break[]> {
  const breaks: Break[] = [];
  let before: { seq: number; hash: string | null } = { seq: 0, hash: null };
  for (;;) {
    const links = await repo.listLinks(db, storyId, { after: before.seq, take: linksAtOnce });
    for (const link of links) {
      const faults = await faultsOf(keys, link, before);
      breaks.push(...faults.map((fault) => ({ storyId, seq: link.seq, fault })));
      before = link;
    }
    if (links.length < linksAtOnce) return breaks;
  }
}

class ChainBrokenError extends Error {
  override readonly name = "ChainBrokenError";
}

const storiesAtOnce = 500;
const breaksMax = 50;

/** Fails for good when a chain is broken: failed jobs are counted in the metrics, and wait for a person. */
export async function verifyAll(ctx: Ctx<System>): Promise<void> {
  const breaks: Break[] = [];
  let [after, stories]: [string | null, number] = [null, 0];
  for (;;) {
    const ids = await repo.listStories(ctx.db, { after, take: storiesAtOnce });
    for (const id of ids) breaks.push(...(await verifyChain(ctx, id)));
    stories += ids.length;
    after = ids.at(-1) ?? null;
    if (ids.length < storiesAtOnce) break;
  }
  if (breaks.length === 0) return ctx.log.info({ stories }, "every edition is as it was published");
  ctx.log.error({ stories, breaks: breaks.slice(0, breaksMax), count: breaks.length }, "editions were tampered with");
  throw new ChainBrokenError(breaks.slice(0, breaksMax).map(sayBreak).join("\n"));
}

const purpose = "edition";

const hashBody = (body: Body): Promise<string> => hashJson({ schema: "muejam.edition/1", ...body });

async function faultsOf(
  keys: KeyRing,
  link: repo.Link,
  before: { seq: number; hash: string | null },
): Promise<Fault[]> {
  const { storyId, chapterId, number, publishedAt, prevHash, hash, content, isErased } = link;
  const [signedHash, signedRendering] = keys.verify(purpose, link.signature)?.split(" ") ?? [];
  const faults: Fault[] = [];
  if (link.seq !== before.seq + 1) faults.push("gone");
  else if (prevHash !== before.hash) faults.push("unlinked");
  if (signedHash !== hash) faults.push("unsigned");
  if (!content) return isErased ? faults : [...faults, "emptied"];
  const { html, text, ...words } = content;
  const place = { story: storyId, chapter: chapterId, number, publishedAt: publishedAt.toISOString(), prevHash };
  const isSame = (await hashBody({ ...place, ...words })) === hash;
  if (!isSame || (await hashJson({ html, text })) !== signedRendering) faults.push("altered");
  return faults;
}

const sayBreak = ({ storyId, seq, fault }: Break): string => `Edition ${seq} of the story ${storyId}: ${fault}.`;
