import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

/** The page said the same as for a new address; only the owner of this one learns that it has an account. */
export const someoneTriedToSignUp = defineTemplate({
  props: z.object({ link: Link, at: Instant }),
  fixture: { link: "https://muejam.example/sign-in", at: "2026-11-20T10:31:00Z" },
  write: ({ link, at }, when) => ({
    subject: "You already have a MueJam account",
    preview: "Somebody tried to make another one with this address.",
    title: "You already have an account",
    blocks: [
      {
        kind: "words",
        text: `On ${when(at)} somebody tried to make a new account with this address. It already has one, so nothing was made and nothing was changed. Whoever tried was not told that the account exists.`,
      },
      { kind: "words", text: "If you forgot that you have been here before: welcome back." },
      { kind: "action", label: "Sign in", link },
      { kind: "note", text: "If you have lost the password, the sign-in page sends you a link for a new one." },
    ],
    ifNotYou: "Do nothing. Nobody got in.",
    because: "This mail was sent because somebody gave this address to MueJam. It is not a newsletter.",
  }),
});
