import type { Member } from "../kernel/actor.ts";
import type { openHttp } from "./http.ts";

export type Crawled = Member & { handle: string; refs: string[]; tag: string };
type Request = ReturnType<typeof openHttp>;
type Headers = Record<string, string>;

/** Everything that the world says of a face to whoever asks, by the question. */
export async function crawl(request: Request, face: Crawled, headers: Headers = {}): Promise<Map<string, string>> {
  const { handle, profileId, refs, tag } = face;
  const asked: [string, unknown][] = [
    ["profile.view", { handle }],
    ["profile.byHandle", { handle }],
    ["social.profileHere", { profileId }],
    ["tag.bySlug", { slug: tag }],
    ...[{ author: handle }, { author: handle, limit: 1 }, { tag }].map(
      (input) => ["story.list", input] as [string, unknown],
    ),
    ...refs.flatMap((ref): [string, unknown][] => [
      ["story.byRef", { ref }],
      ["story.chapters", { ref, limit: 1 }],
      ["reading.chapter", { ref, number: 1 }],
      ["reading.storyHere", { ref }],
      ["reading.chapterHere", { ref, number: 2 }],
    ]),
  ];
  const paths = [`/@${handle}`, `/tags/${tag}`, ...refs.flatMap((ref) => [`/s/${ref}`, `/s/${ref}/1`])];
  const told = new Map<string, string>();
  for (const [door, input] of asked) {
    const question = `/trpc/${door}?input=${encodeURIComponent(JSON.stringify(input))}`;
    told.set(`${door} ${JSON.stringify(input)}`, await tellOf(await request(question, { headers })));
  }
  for (const path of paths) told.set(path, await tellOf(await request(path)));
  told.set("sitemap", await linesOf(request, refs));
  return told;
}

/** All that comes back, but for what is the request's own. */
async function tellOf(answer: Response): Promise<string> {
  const own = /^(date|x-request-id|ratelimit|server-timing|content-length)/;
  const headers = [...answer.headers].filter(([name]) => !own.test(name));
  return `${answer.status} ${JSON.stringify(headers)} ${await answer.text()}`.replace(/"requestId":"[^"]*"/g, "");
}

async function linesOf(request: Request, refs: readonly string[]): Promise<string> {
  const index = await (await request("/sitemap.xml")).text();
  const pages = [...index.matchAll(/<loc>https:\/\/[^/]*([^<]*)</g)].map(([, path = ""]) => path);
  const maps = await Promise.all(pages.map(async (path) => (await request(path)).text()));
  return maps
    .flatMap((map) => map.split("\n"))
    .filter((line) => refs.some((ref) => line.includes(ref)))
    .join("\n");
}

/** Whatever could be compared: words, ids, instants and digests, and what cursors hold. */
export function traitsOf(texts: Iterable<string>): Set<string> {
  const traits = [...texts].flatMap((text) => text.match(/[\w.:-]{6,}/g) ?? []);
  const held = traits.flatMap(
    (trait) =>
      Buffer.from(trait, "base64url")
        .toString("latin1")
        .match(/[\w.:-]{8,}/g) ?? [],
  );
  return new Set([...traits, ...held]);
}
