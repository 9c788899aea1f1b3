import { z } from "zod";
import { defineTemplate, Instant, Link } from "../letter.ts";

const Act = z.enum(["asked", "stopped", "done"]);

/** Staff take away what keeps somebody out of their own account, after two days in which it can be stopped. */
export const recovery = defineTemplate({
  props: z.object({ link: Link, at: Instant, dueAt: Instant, act: Act }),
  fixture: {
    link: "https://muejam.example/stop-recovery?token=aGVyZSBzdGFuZHMgYSByYW5kb20gd29yZA",
    at: "2026-11-20T10:31:00Z",
    dueAt: "2026-11-22T10:31:00Z",
    act: "asked",
  },
  write: ({ link, at, dueAt, act }, when) => {
    const { button, told, ifNotYou, ...head } = words[act];
    return {
      ...head,
      blocks: [
        { kind: "words", text: told },
        {
          kind: "facts",
          facts: act === "asked" ? [["It happens", when(dueAt)]] : [["When", when(at)]],
        },
        { kind: "action", label: button, link },
      ],
      ifNotYou,
      because: "Every address of the account gets this mail. It cannot be switched off, since it guards your account.",
    };
  },
});

const words: Record<
  z.infer<typeof Act>,
  Record<"subject" | "preview" | "title" | "told" | "button" | "ifNotYou", string>
> = {
  asked: {
    subject: "Staff were asked to open your MueJam account again",
    preview: "The second step is taken away in two days, unless you stop it.",
    title: "Your second step is about to be taken away",
    told: "Somebody told our staff that they cannot get past the second step of this account. In two days it is taken away, with the password and all passkeys; all sessions and keys end, and whoever reads the mail of this account chooses a new password.",
    button: "Stop this",
    ifNotYou: "Press “Stop this” at any time in these two days, and nothing happens. Then choose a new password.",
  },
  stopped: {
    subject: "Your MueJam account stays as it is",
    preview: "What staff were asked for was stopped.",
    title: "It was stopped",
    told: "Nothing was taken away from your account. The second step guards it as before.",
    button: "Choose a new password",
    ifNotYou: "If you need our help after all, write to us again.",
  },
  done: {
    subject: "Your MueJam account is open again",
    preview: "The second step is gone. Choose a new password.",
    title: "Choose a new password",
    told: "The second step, the password and all passkeys are gone, and all sessions and keys have ended. Your stories and drafts are kept.",
    button: "Choose a new password",
    ifNotYou: "Choose a new password at once: only who reads your mail can.",
  },
};
