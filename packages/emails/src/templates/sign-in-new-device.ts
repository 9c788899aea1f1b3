import { z } from "zod";
import { defineTemplate, Instant, Label, Link, NetworkAddress } from "../letter.ts";

export const signInNewDevice = defineTemplate({
  props: z.object({ link: Link, at: Instant, device: Label, address: NetworkAddress.nullable() }),
  fixture: {
    link: "https://muejam.example/settings/sessions",
    at: "2026-11-20T10:31:00Z",
    device: "Firefox 148 on Linux",
    address: "203.0.113.9",
  },
  write: ({ link, at, device, address }, when) => ({
    subject: "A new device signed in to your MueJam account",
    preview: `${device}, ${when(at)}.`,
    title: "A new device signed in",
    blocks: [
      { kind: "words", text: "Somebody signed in to your account with a device that it had not seen before." },
      {
        kind: "facts",
        facts: [["When", when(at)], ["Device", device], ...(address ? [["From", address] as const] : [])],
      },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "See your devices", link },
    ],
    ifNotYou: "Open your devices, sign that one out and choose a new password. Your stories and drafts are kept.",
    because:
      "You get this mail whenever a new device signs in. It cannot be switched off, since it guards your account.",
  }),
});
