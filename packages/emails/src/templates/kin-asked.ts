import { z } from "zod";
import { defineTemplate, Instant, Link, Words } from "../letter.ts";

/** To somebody who shall inherit stories, and may not have an account yet. */
export const kinAsked = defineTemplate({
  props: z.object({ face: Words, at: Instant, months: z.int().positive(), link: Link }),
  fixture: {
    face: "Nuala Byrne",
    at: "2026-11-20T10:31:00Z",
    months: 12,
    link: "https://muejam.example/next-of-kin?token=Wq7tB3x9Lm5rE2",
  },
  write: ({ face, at, months, link }, when) => ({
    subject: "Somebody asks you to look after their stories",
    preview: "A person who writes on MueJam has named you.",
    title: "Would you look after somebody's stories?",
    blocks: [
      {
        kind: "words",
        text: `${face} writes on MueJam, and has named you as the one who shall look after these stories if ${face} stays away for ${months} months and answers no mail.`,
      },
      {
        kind: "words",
        text: "You could then go on with them, publish what is ready, or leave them as they are. The author's name stays on them.",
      },
      { kind: "action", label: "Read more and answer", link },
      { kind: "note", text: `You were named on ${when(at)}. Nothing happens until you answer, and you can say no.` },
    ],
    ifNotYou: "Somebody may have mistyped an address. Leave the mail unanswered, and nothing happens.",
    because: "You get this one mail because somebody gave your address or your handle as their next of kin.",
  }),
});
