import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

/** Goes to the old address: its owner must hear of the change, and where to undo it. */
export const emailChanged = defineTemplate({
  props: z.object({ link: Link, at: Instant, expiresAt: Instant, newAddress: z.email() }),
  fixture: {
    link: "https://muejam.example/undo-address?token=Wq7tB3x9Lm5rE2",
    at: "2026-11-20T10:31:00Z",
    expiresAt: "2026-11-27T10:31:00Z",
    newAddress: "nuala.dace@post.example",
  },
  write: ({ link, at, expiresAt, newAddress }, when) => ({
    subject: "The address of your MueJam account was changed",
    preview: "Mail about the account now goes to another address.",
    title: "Your address was changed",
    blocks: [
      {
        kind: "words",
        text: "Your account has a new e-mail address. Mail about it no longer comes here, and this address no longer signs in.",
      },
      {
        kind: "facts",
        facts: [
          ["When", when(at)],
          ["Now", masked(newAddress)],
        ],
      },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "This was not me", link },
      {
        kind: "note",
        text: `For 7 days, until ${when(expiresAt)}, the button brings this address back. All devices are then signed out, and you choose a new password.`,
      },
    ],
    ifNotYou:
      "Somebody else may be in your account. Press the button to get it back; your stories and drafts are kept.",
    because:
      "You get this mail whenever the address of your account changes. It cannot be switched off, since it guards your account.",
  }),
});

/** Enough to know one's own address again, too little to learn somebody else's. */
function masked(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
