import type { Answer } from "@muejam/contracts/rendering";
import { describe, expect, test } from "vitest";
import { render } from "./server.tsx";
import { author, chapterView, lineOf, profileView, story, storyView } from "./test/views.ts";

type Views = Readonly<Record<string, unknown>>;

const library: Views = {
  "status.version": { release: "test" },
  "story.byRef": storyView,
  "story.list": { items: [story], nextCursor: null },
  "reading.chapter": chapterView,
  "profile.view": profileView,
  "story.pinned": { stories: [story] },
  "tag.bySlug": { slug: "mystery", name: "Mystery", kind: "genre" },
};
const chapterPath = "/s/what-the-tide-owes-0123456789/1-low-water";
const paths = ["/", "/s/what-the-tide-owes-0123456789", chapterPath, "/@nuala", "/tags/mystery"];

const refused = (code: "NOT_FOUND" | "MATURE_HIDDEN" | "INTERNAL"): Answer => ({
  refusal: { code, message: "No.", requestId: "r1" },
});

async function show(path: string, views: Views = library, answer?: Answer) {
  const asked: string[] = [];
  const ask = async (procedure: string): Promise<Answer> => {
    asked.push(procedure);
    if (answer && procedure !== "status.version") return answer;
    return { data: views[procedure] };
  };
  const rendering = await render({ path, origin: "https://muejam.test", ask });
  return { rendering, asked };
}

async function pageOf(path: string, views: Views = library, answer?: Answer) {
  const { rendering } = await show(path, views, answer);
  if (rendering.kind !== "page") throw new Error(`${path} is a ${rendering.kind}.`);
  return { ...rendering, about: aboutIn(rendering.head) };
}

function aboutIn(head: string): Record<string, unknown> {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head) ?? [];
  return JSON.parse(json ?? "{}");
}

describe("a public page", () => {
  test.each(paths)("%s says in its head where it is and what it is about", async (path) => {
    const { status, head, about } = await pageOf(path);
    expect(status).toBe(200);
    expect(head.match(/<title>[^<]+ · MueJam<\/title>/g)).toHaveLength(1);
    expect(head).toMatch(/<meta name="description" content="[^"]+">/);
    expect(head).toContain(`<link rel="canonical" href="https://muejam.test${path}">`);
    expect(about).toMatchObject({ "@context": "https://schema.org", url: `https://muejam.test${path}` });
  });

  test("a story is a book in a series, with its chapters in their order", async () => {
    const { about } = await pageOf("/s/what-the-tide-owes-0123456789");
    expect(about).toMatchObject({
      "@type": ["Book", "CreativeWorkSeries"],
      author: { name: "Nuala Dace", url: "https://muejam.test/@nuala" },
      hasPart: [{ position: 1 }, { position: 2, url: "https://muejam.test/s/what-the-tide-owes-0123456789/2-part-2" }],
    });
  });

  test("a chapter is a part of its story, and keeps its place", async () => {
    const { about } = await pageOf(chapterPath);
    expect(about).toMatchObject({ "@type": "Chapter", position: 1, isPartOf: { name: "What the Tide Owes" } });
  });

  test("the words of a chapter are sent once, and as they are", async () => {
    const { body } = await pageOf(chapterPath);
    expect(body).toContain('<div data-prose="" lang="en-GB" dir="ltr" class="prose">');
    expect(body.split("The tide was out &amp; stayed out.")).toHaveLength(2);
    expect(body).not.toContain("stayed out.\\u003c/p>");
    expect(body).toContain('"html":null');
  });

  test("all chapters are in the table of contents, however many steps it takes to ask for them", async () => {
    const pages: Record<string, Answer> = {
      first: { data: { items: [lineOf(1), lineOf(2)], nextCursor: "on" } },
      on: { data: { items: [lineOf(3)], nextCursor: null } },
    };
    const long = { ...storyView, chapters: { items: [lineOf(1)], nextCursor: "more" } };
    const ask = async (procedure: string, input: unknown): Promise<Answer> => {
      if (procedure !== "story.chapters") return { data: { ...library, "story.byRef": long }[procedure] };
      const { cursor = "first" } = input as { cursor?: string };
      return pages[cursor] ?? refused("NOT_FOUND");
    };
    const rendering = await render({ path: "/s/what-the-tide-owes-0123456789", origin: "https://muejam.test", ask });
    if (rendering.kind !== "page") throw new Error("There is no page.");
    for (const number of [1, 2, 3]) expect(rendering.body).toContain(`0123456789/${number}-part-${number}"`);
  });

  test("what is reserved says so to machines, and what is not does not", async () => {
    expect((await pageOf(chapterPath)).head).toContain('<meta name="robots" content="noai, noimageai">');
    const open = { ...library, "story.byRef": { ...storyView, isAiReserved: false } };
    expect((await pageOf(chapterPath, open)).head).not.toMatch(/noai|tdm-reservation/);
  });

  test.each(paths.slice(1, 4))("%s of somebody who is not to be found asks searchers to leave it out", async (path) => {
    const shy = { isFindable: false };
    const hidden = {
      ...library,
      "story.byRef": { ...storyView, ...shy },
      "profile.view": { ...profileView, ...shy },
    };
    expect((await pageOf(path, hidden)).head).toMatch(/<meta name="robots" content="noindex[,"]/);
    expect((await pageOf(path)).head).not.toContain("noindex");
  });

  test("a story that is read leftwards is marked so, and its page is not", async () => {
    const arabic = { ...storyView, language: "ar", title: "ساعتان في دمشق" };
    const path = encodeURI("/s/ساعتان-في-دمشق-0123456789");
    const { body, head } = await pageOf(path, { ...library, "story.byRef": arabic });
    expect(body).toMatch(/<h1(?:(?!<\/h1>).)*lang="ar" dir="rtl">ساعتان في دمشق</s);
    expect(head).toContain(`href="https://muejam.test${path}"`);
  });
});

describe("what somebody wrote", () => {
  const wicked = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const named = { ...author, displayName: wicked };
  const views: Views = {
    ...library,
    "story.byRef": { ...storyView, title: wicked, tagline: wicked, blurb: wicked, licence: wicked, author: named },
    "story.list": { items: [{ ...story, title: wicked, tagline: wicked, author: named }], nextCursor: null },
    "reading.chapter": { ...chapterView, title: wicked, noteBefore: wicked, story: { ...story, author: named } },
    "profile.view": { ...profileView, displayName: wicked, bio: wicked },
    "tag.bySlug": { slug: "mystery", name: wicked, kind: "free" },
  };
  const slug = "script-script-alert-1-script-img-src-x-onerror-alert-1";

  test.each(["/", `/s/${slug}-0123456789`, `/s/what-the-tide-owes-0123456789/1-${slug}`, "/@nuala", "/tags/mystery"])(
    "stays words on %s",
    async (path) => {
      const { head, body } = await pageOf(path, views);
      for (const markup of [head, body]) {
        expect(markup).not.toMatch(/<script>|<img/);
        for (const [, json] of markup.matchAll(/<script type="application\/[^>]+>(.*?)<\/script>/gs))
          expect(() => JSON.parse(json ?? "")).not.toThrow();
      }
      expect(head + body).toContain("alert(1)");
    },
  );
});

describe("an address", () => {
  test.each([
    ["/s/an-older-title-0123456789", "/s/what-the-tide-owes-0123456789"],
    ["/s/0123456789", "/s/what-the-tide-owes-0123456789"],
    ["/s/what-the-tide-owes-0123456789/", "/s/what-the-tide-owes-0123456789"],
    ["/s/x-0123456789/1", chapterPath],
    ["/@Nuala", "/@nuala"],
  ])("%s leads to %s", async (path, to) => {
    expect((await show(path)).rendering).toEqual({ kind: "redirect", to });
  });

  test.each(["/s/too-short", "/s/what-0123456789/first", "/nowhere", "/s/a/b/c"])("%s is none", async (path) => {
    const { rendering, asked } = await show(path);
    expect(rendering).toMatchObject({ kind: "page", status: 404, head: expect.stringContaining("noindex") });
    expect(asked).toEqual(["status.version"]);
  });

  test.each(paths.slice(1))("%s of what is gone is none", async (path) => {
    const { status, body } = await pageOf(path, library, refused("NOT_FOUND"));
    expect(status).toBe(404);
    expect(body).not.toContain('id="state"');
  });

  test("of what is for adults says why, and what to do", async () => {
    const { status, head, body } = await pageOf(chapterPath, library, refused("MATURE_HIDDEN"));
    expect(status).toBe(403);
    expect(head).toContain('content="noindex"');
    expect(body).toContain("This story is for adults");
    expect(body).toMatch(/<a [^>]*href="\/sign-in/);
  });

  test("of somebody's own is left to the browser, unasked", async () => {
    expect(await show("/sign-in")).toEqual({ rendering: { kind: "shell" }, asked: [] });
  });

  test("that could not be shown is the server's to explain", async () => {
    await expect(show("/@nuala", library, refused("INTERNAL"))).rejects.toThrow("No.");
  });
});
