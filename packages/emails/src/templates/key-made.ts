import { z } from "zod";
import { defineTemplate, Instant, Label, Link } from "../letter.ts";

/** A program can act for somebody from now on. */
export const keyMade = defineTemplate({
  props: z.object({
    link: Link,
    at: Instant,
    name: Label,
    expiresAt: Instant,
    scopes: z.array(z.enum(["read", "write", "moderate"])),
  }),
  fixture: {
    link: "https://muejam.example/settings/keys",
    at: "2026-11-20T10:31:00Z",
    name: "My reader",
    expiresAt: "2027-11-20T10:31:00Z",
    scopes: ["read", "write"],
  },
  write: ({ link, at, name, expiresAt, scopes }, when) => ({
    subject: "A new key opens your MueJam account",
    preview: "A program that has it can act for you.",
    title: "A key was made",
    blocks: [
      {
        kind: "words",
        text: "Somebody signed in to your account has made a key. A program that has it acts for you, within what the key may do.",
      },
      {
        kind: "facts",
        facts: [
          ["When", when(at)],
          ["Name", name],
          ["May", scopes.join(", ")],
          ["Ends", when(expiresAt)],
        ],
      },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "See your keys", link },
    ],
    ifNotYou:
      "Somebody else may be in your account. Choose a new password with “Forgotten?” on the sign-in page: that ends all sessions and all keys. Your stories and drafts are kept.",
    because: "You get this mail whenever a key is made. It cannot be switched off, since it guards your account.",
  }),
});
