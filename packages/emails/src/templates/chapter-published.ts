import { z } from "zod";
import { defineTemplate, Link, Words } from "../letter.ts";

export const chapterPublished = defineTemplate({
  props: z.object({
    story: Words,
    author: Words,
    number: z.int().positive(),
    chapter: Words,
    opening: Words,
    link: Link,
    unsubscribe: Link,
  }),
  fixture: {
    story: "The Lighthouse Letters",
    author: "Nuala Byrne",
    number: 12,
    chapter: "What the Fog Kept",
    opening: "The lamp had been out for three nights when the first letter came up with the tide, sealed and dry…",
    link: "https://muejam.example/s/the-lighthouse-letters-4k7m2p9qrt/12-what-the-fog-kept",
    unsubscribe: "https://muejam.example/unsubscribe?token=kD2vS0p8Zc4nQ1",
  },
  write: ({ story, author, number, chapter, opening, link, unsubscribe }) => ({
    subject: `“${cut(story)}”: chapter ${number}, ${cut(chapter)}`,
    preview: opening === "" ? `A new chapter by ${author}.` : opening,
    title: chapter,
    blocks: [
      { kind: "words", text: `${author} has published chapter ${number} of “${story}”.` },
      ...(opening === "" ? [] : [{ kind: "quote", text: opening } as const]),
      { kind: "action", label: "Read this chapter", link },
    ],
    because: `You get this mail because you follow ${author} or “${story}” on MueJam.`,
    unsubscribe,
  }),
});

/** An inbox shows about this much of a subject. */
const cut = (text: string): string => {
  const letters = Array.from(text);
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join("").trimEnd()}…`;
};
