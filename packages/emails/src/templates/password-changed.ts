import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

export const passwordChanged = defineTemplate({
  props: z.object({ link: Link, at: Instant }),
  fixture: { link: "https://muejam.example/forgot-password", at: "2026-11-20T10:31:00Z" },
  write: ({ link, at }, when) => ({
    subject: "The password of your MueJam account was changed",
    preview: "The former one opens nothing any more.",
    title: "Your password was changed",
    blocks: [
      {
        kind: "words",
        text: `On ${when(at)} your account was given a new password. Other devices are signed out, and links for a new password that were asked for before have ended.`,
      },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "This was not me", link },
    ],
    ifNotYou:
      "Somebody else may be in your account. Press the button and have a link for a new password sent to this address: choosing one ends all sessions and all keys. Your stories and drafts are kept.",
    because:
      "You get this mail whenever the password of your account changes. It cannot be switched off, since it guards your account.",
  }),
});
