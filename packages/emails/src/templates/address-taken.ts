import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

/** Whoever asked was told nothing; only the owner of this address learns that it has an account. */
export const addressTaken = defineTemplate({
  props: z.object({ link: Link, at: Instant }),
  fixture: { link: "https://muejam.example/sign-in", at: "2026-11-20T10:31:00Z" },
  write: ({ link, at }, when) => ({
    subject: "This address already signs in to MueJam",
    preview: "Somebody wanted to use it for another account.",
    title: "This address has an account already",
    blocks: [
      {
        kind: "words",
        text: `On ${when(at)} somebody asked to use this address for another MueJam account. It signs in to an account already, so nothing was changed. Whoever asked was not told why.`,
      },
      {
        kind: "words",
        text: "If that was you: sign in with this address to see the account that it has. An address can have one.",
      },
      { kind: "action", label: "Sign in", link },
    ],
    ifNotYou: "Do nothing. Nobody got in.",
    because: "This mail was sent because somebody gave this address to MueJam. It is not a newsletter.",
  }),
});
