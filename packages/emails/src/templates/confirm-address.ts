import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

/** Goes to the new address: whoever reads it there, and knows the password, owns both. */
export const confirmAddress = defineTemplate({
  props: z.object({ link: Link, askedAt: Instant, expiresAt: Instant }),
  fixture: {
    link: "https://muejam.example/confirm-address?token=Wq7tB3x9Lm5rE2",
    askedAt: "2026-11-20T10:31:00Z",
    expiresAt: "2026-11-21T10:31:00Z",
  },
  write: ({ link, askedAt, expiresAt }, when) => ({
    subject: "Confirm your new address for MueJam",
    preview: "From then on you sign in with it. The link works once, for 24 hours.",
    title: "Confirm your new address",
    blocks: [
      {
        kind: "words",
        text: `On ${when(askedAt)} somebody with a MueJam account asked to sign in with this address from now on.`,
      },
      { kind: "action", label: "Confirm this address", link },
      {
        kind: "note",
        text: `The link works once, for 24 hours: until ${when(expiresAt)}. It asks for the password of the account. Until then nothing changes.`,
      },
    ],
    ifNotYou: "Do nothing. Without the password of that account the link opens nothing, and your address stays yours.",
    because: "This mail was sent because somebody gave this address to MueJam. It is not a newsletter.",
  }),
});
