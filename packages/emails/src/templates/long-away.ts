import { z } from "zod";
import { defineTemplate, Instant, Link, Words } from "../letter.ts";

const outcomes = {
  "hand-over": "whoever you named may take over your stories",
  memorial: "your page becomes a place of memory; it stays readable",
  close: "your page and its stories are closed",
};

/** To somebody who has long been away and said what shall happen then. */
export const longAway = defineTemplate({
  props: z.object({
    face: Words,
    at: Instant,
    wish: z.enum(["hand-over", "memorial", "close"]),
    left: z.int().min(0).max(2),
    link: Link,
  }),
  fixture: {
    face: "Nuala Byrne",
    at: "2026-11-20T10:31:00Z",
    wish: "memorial" as const,
    left: 2,
    link: "https://muejam.example/next-of-kin",
  },
  write: ({ face, at, wish, left, link }, when) => ({
    subject: "Are you still there? Your stories on MueJam",
    preview: "You have not been here for a long time.",
    title: "You have been away for long",
    blocks: [
      {
        kind: "words",
        text: `You have not been on MueJam for as long as you once said that we should wait. If we hear nothing, then, as you wished for ${face}, ${outcomes[wish]}.`,
      },
      { kind: "words", text: "To stop this, sign in once. Nothing else is needed." },
      { kind: "action", label: "I am still here", link },
      {
        kind: "note",
        text: `Written on ${when(at)}. ${left === 0 ? "This is the last mail: it happens after 30 days, at the earliest." : `We write ${left === 1 ? "once" : "twice"} more, 30 days apart, before anything happens.`}`,
      },
    ],
    ifNotYou:
      "You need not do anything: whoever is away cannot have asked for this mail. Sign in to see that all is well.",
    because: "You get this mail because you asked us to act when you stay away. You can change that at any time.",
  }),
});
