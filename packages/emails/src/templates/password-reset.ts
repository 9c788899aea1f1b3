import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

export const passwordReset = defineTemplate({
  props: z.object({ link: Link, askedAt: Instant, expiresAt: Instant }),
  fixture: {
    link: "https://muejam.example/reset-password?token=Wq7tB3x9Lm5rE2",
    askedAt: "2026-11-20T10:31:00Z",
    expiresAt: "2026-11-20T11:31:00Z",
  },
  write: ({ link, askedAt, expiresAt }, when) => ({
    subject: "Choose a new password for MueJam",
    preview: "The link works once, for 1 hour.",
    title: "Choose a new password",
    blocks: [
      {
        kind: "words",
        text: `On ${when(askedAt)} a new password was asked for, for the account with this address.`,
      },
      { kind: "action", label: "Choose a new password", link },
      {
        kind: "note",
        text: `The link works once, for 1 hour: until ${when(expiresAt)}. When the new password is set, all devices are signed out.`,
      },
    ],
    ifNotYou: "Do nothing. Your password stays as it is, and nobody can change it without the link in this mail.",
    because: "This mail was sent because a new password was asked for. It is not a newsletter.",
  }),
});
