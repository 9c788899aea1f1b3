import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

/** Somebody brought their account along from one issuer to another. */
export const wayInChanged = defineTemplate({
  props: z.object({ link: Link, at: Instant }),
  fixture: { link: "https://muejam.example/settings/security", at: "2026-11-20T10:31:00Z" },
  write: ({ link, at }, when) => ({
    subject: "You sign in to your MueJam account in a new way",
    preview: "Your stories, your names and what you read came along.",
    title: "Your account came along",
    blocks: [
      {
        kind: "words",
        text: "MueJam has changed how people sign in, and you have brought your account along. Your names, stories, drafts and keys are there as before. The former password opens nothing any more, and all former sessions have ended.",
      },
      { kind: "facts", facts: [["When", when(at)]] },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "See your security settings", link },
    ],
    ifNotYou:
      "Somebody else reads this mailbox and has signed in with its address. Change the password of the mailbox, then sign in to MueJam and end all other sessions in your settings.",
    because:
      "You get this mail whenever the way into your account changes. It cannot be switched off, since it guards your account.",
  }),
});
