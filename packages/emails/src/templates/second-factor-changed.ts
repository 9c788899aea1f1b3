import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

const Act = z.enum(["on", "off", "renewed", "spent"]);
type Act = z.infer<typeof Act>;

/** What happened to the second step of signing in. */
export const secondFactorChanged = defineTemplate({
  props: z.object({ link: Link, at: Instant, act: Act, codesLeft: z.int().nonnegative() }),
  fixture: {
    link: "https://muejam.example/settings/security",
    at: "2026-11-20T10:31:00Z",
    act: "spent",
    codesLeft: 7,
  },
  write: ({ link, at, act, codesLeft }, when) => ({
    ...words[act],
    blocks: [
      { kind: "words", text: told(act, codesLeft) },
      { kind: "facts", facts: [["When", when(at)]] },
      { kind: "words", text: "If this was you, there is nothing to do." },
      { kind: "action", label: "See your security settings", link },
    ],
    ifNotYou:
      "Somebody else may be in your account. Choose a new password with “Forgotten?” on the sign-in page: that ends all sessions and all keys. Your stories and drafts are kept.",
    because:
      "You get this mail whenever the second step of signing in changes. It cannot be switched off, since it guards your account.",
  }),
});

const words: Record<Act, { subject: string; preview: string; title: string }> = {
  on: {
    subject: "Signing in to MueJam now takes a second step",
    preview: "A code from your app is asked for after the password.",
    title: "A second step guards your account",
  },
  off: {
    subject: "Signing in to MueJam takes no second step any more",
    preview: "The password alone signs in.",
    title: "The second step was switched off",
  },
  renewed: {
    subject: "You have new backup codes for MueJam",
    preview: "The former ones open nothing any more.",
    title: "Your backup codes were replaced",
  },
  spent: {
    subject: "A backup code was used for your MueJam account",
    preview: "It took the place of a code from your app.",
    title: "A backup code was used",
  },
};

function told(act: Act, codesLeft: number): string {
  switch (act) {
    case "on":
      return "From now on a code from your app is asked for after the password, or one of your backup codes.";
    case "off":
      return "From now on the password alone signs in, and your backup codes open nothing.";
    case "renewed":
      return "Ten new backup codes were made. The former ones open nothing any more.";
    case "spent":
      return `It took the place of a code from your app, and works no more. ${codesLeft} of your backup codes are left.`;
  }
}
