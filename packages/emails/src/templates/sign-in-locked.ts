import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

const Tried = z.enum(["password", "code"]);

export const signInLocked = defineTemplate({
  props: z.object({ link: Link, at: Instant, tried: Tried }),
  fixture: { link: "https://muejam.example/forgot-password", at: "2026-11-20T10:31:00Z", tried: "password" },
  write: ({ link, at, tried }, when) => ({
    subject: "Somebody tries to get into your MueJam account",
    preview: words[tried].preview,
    title: "Somebody tries to get in",
    blocks: [
      { kind: "words", text: words[tried].told },
      { kind: "facts", facts: [["When", when(at)]] },
      { kind: "words", text: "If it was you, wait a while and try again." },
      { kind: "action", label: "Choose a new password", link },
    ],
    ifNotYou: words[tried].advice,
    because:
      "You get this mail, once a day at most, when somebody keeps guessing. It cannot be switched off, since it guards your account.",
  }),
});

const words: Record<z.infer<typeof Tried>, { preview: string; told: string; advice: string }> = {
  password: {
    preview: "Too many wrong passwords. Nobody new may try for a while.",
    told: "Too many wrong passwords were typed for your account, so for a quarter of an hour no browser that is new to it may try. Browsers that you have used before are not held up.",
    advice: "Nobody got in. If your password is short, or one that you use elsewhere too, choose another one now.",
  },
  code: {
    preview: "Your password was right, the codes were not.",
    told: "Somebody who knows your password typed too many wrong codes at the second step, so for a while no code is taken.",
    advice: "Nobody got in, but they know your password: choose a new one now. That ends all sessions and all keys.",
  },
};
