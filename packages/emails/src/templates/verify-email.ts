import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

export const verifyEmail = defineTemplate({
  props: z.object({ link: Link, askedAt: Instant, expiresAt: Instant }),
  fixture: {
    link: "https://muejam.example/verify-email?token=kD2vS0p8Zc4nQ1",
    askedAt: "2026-11-20T10:31:00Z",
    expiresAt: "2026-11-21T10:31:00Z",
  },
  write: ({ link, askedAt, expiresAt }, when) => ({
    subject: "Confirm your address for MueJam",
    preview: "One button, and your account can publish and whisper.",
    title: "Confirm this address",
    blocks: [
      { kind: "words", text: `Welcome. On ${when(askedAt)} this address was given for an account on MueJam.` },
      {
        kind: "words",
        text: "Confirm that it is yours, with the password that you chose. Then you can publish and whisper.",
      },
      { kind: "action", label: "Confirm this address", link },
      { kind: "note", text: `The link works once, for 24 hours: until ${when(expiresAt)}.` },
    ],
    ifNotYou: "Somebody typed your address. Do nothing: without you, the account can never be used.",
    because: "This mail was sent because the address was given to MueJam. It is not a newsletter.",
  }),
});
