import { z } from "zod";
import { defineTemplate, Instant, Link, Words } from "../letter.ts";

/** To the heir, once the owner has stayed away for as long as they said. */
export const kinDue = defineTemplate({
  props: z.object({ face: Words, at: Instant, link: Link }),
  fixture: { face: "Nuala Byrne", at: "2026-11-20T10:31:00Z", link: "https://muejam.example/next-of-kin" },
  write: ({ face, at, link }, when) => ({
    subject: "Stories on MueJam wait for you",
    preview: "Their author has not been here for a long time.",
    title: "It may be time",
    blocks: [
      {
        kind: "words",
        text: `${face} has not been on MueJam for a long time, and has answered none of our mails. You promised to look after these stories.`,
      },
      { kind: "words", text: "Once you confirm, they stand among yours. Until then nothing changes." },
      { kind: "action", label: "See what waits", link },
      {
        kind: "note",
        text: `This became so on ${when(at)}. If ${face} comes back before you confirm, everything stays as it was.`,
      },
    ],
    ifNotYou: "Somebody may have answered in your name. Leave the mail unanswered, and nothing happens.",
    because: "You get this mail because you agreed to be somebody's next of kin on MueJam.",
  }),
});
