import { z } from "zod";
import { defineTemplate, Instant, Link, Words } from "../letter.ts";

const Act = z.enum(["added", "removed"]);

export const passkeyChanged = defineTemplate({
  props: z.object({ link: Link, at: Instant, act: Act, name: Words }),
  fixture: {
    link: "https://muejam.example/settings/security",
    at: "2026-11-20T10:31:00Z",
    act: "added",
    name: "My phone",
  },
  write: ({ link, at, act, name }, when) => ({
    ...words[act],
    blocks: [
      { kind: "words", text: words[act].told },
      {
        kind: "facts",
        facts: [
          ["When", when(at)],
          ["Passkey", name],
        ],
      },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "See your security settings", link },
    ],
    ifNotYou:
      "Somebody else may be in your account. Choose a new password, then remove every passkey that you do not know. Your stories and drafts are kept.",
    because:
      "You get this mail whenever a passkey is added or removed. It cannot be switched off, since it guards your account.",
  }),
});

const words: Record<z.infer<typeof Act>, { subject: string; preview: string; title: string; told: string }> = {
  added: {
    subject: "A passkey was added to your MueJam account",
    preview: "It signs in without the password.",
    title: "A passkey was added",
    told: "From now on this passkey signs in to your account by itself, without password and code.",
  },
  removed: {
    subject: "A passkey was removed from your MueJam account",
    preview: "It signs in no more.",
    title: "A passkey was removed",
    told: "This passkey signs in to your account no more.",
  },
};
