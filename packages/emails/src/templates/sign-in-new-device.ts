import { z } from "zod";
import { defineTemplate, Instant, Label, Link } from "../letter.ts";

export const signInNewDevice = defineTemplate({
  props: z.object({ link: Link, at: Instant, device: Label }),
  fixture: {
    link: "https://muejam.example/not-me?token=aGVyZSBzdGFuZHMgYSByYW5kb20gd29yZA",
    at: "2026-11-20T10:31:00Z",
    device: "Firefox 148 on Linux",
  },
  write: ({ link, at, device }, when) => ({
    subject: "A new device signed in to your MueJam account",
    preview: `${device}, ${when(at)}.`,
    title: "A new device signed in",
    blocks: [
      { kind: "words", text: "Somebody signed in to your account with a device that it had not seen before." },
      {
        kind: "facts",
        facts: [
          ["When", when(at)],
          ["Device", device],
        ],
      },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "This was not me", link },
    ],
    ifNotYou:
      "Press “This was not me” within 7 days: after one more question everybody is signed out, and you choose a new password. Your stories and drafts are kept.",
    because:
      "You get this mail whenever a new device signs in. It cannot be switched off, since it guards your account.",
  }),
});
