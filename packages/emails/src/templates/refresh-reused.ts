import { z } from "zod";
import { defineTemplate, Instant, Label, Link } from "../letter.ts";

export const refreshReused = defineTemplate({
  props: z.object({ link: Link, at: Instant, device: Label }),
  fixture: {
    link: "https://muejam.example/settings/sessions",
    at: "2026-11-20T10:31:00Z",
    device: "Safari on iPhone",
  },
  write: ({ link, at, device }, when) => ({
    subject: "We ended one of your MueJam sessions",
    preview: "An old key of the session was used again, so we signed it out everywhere.",
    title: "We ended one of your sessions",
    blocks: [
      {
        kind: "words",
        text: "An old key of this session was used a second time. That can mean that somebody holds a copy of it, so the session is now signed out on all devices that used it.",
      },
      {
        kind: "facts",
        facts: [
          ["When", when(at)],
          ["Session", device],
        ],
      },
      {
        kind: "words",
        text: "Your stories and drafts are kept, also what was not yet sent from your own device. Sign in again to go on.",
      },
      { kind: "action", label: "Sign in again", link },
    ],
    ifNotYou:
      "You cannot tell from here who used the copy, and neither can we. Choose a new password after signing in: that ends all other sessions as well.",
    because:
      "You get this mail whenever a session is ended for safety. It cannot be switched off, since it guards your account.",
  }),
});
