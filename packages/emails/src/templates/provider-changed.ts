import { z } from "zod";
import { defineTemplate, Instant, Link, Words } from "../letter.ts";

const Act = z.enum(["linked", "unlinked"]);

export const providerChanged = defineTemplate({
  props: z.object({ link: Link, at: Instant, act: Act, provider: Words }),
  fixture: {
    link: "https://muejam.example/settings/security",
    at: "2026-11-20T10:31:00Z",
    act: "linked",
    provider: "Google",
  },
  write: ({ link, at, act, provider }, when) => {
    const { told, ...heads } = words[act](provider);
    return {
      ...heads,
      blocks: [
        { kind: "words", text: told },
        {
          kind: "facts",
          facts: [
            ["When", when(at)],
            ["Service", provider],
          ],
        },
        { kind: "words", text: "If this was you, there is nothing to do." },
        { kind: "action", label: "See your security settings", link },
      ],
      ifNotYou:
        "Somebody else may be in your account. Choose a new password, then disconnect every service that is not yours. Your stories and drafts are kept.",
      because:
        "You get this mail whenever a service is connected or disconnected. It cannot be switched off, since it guards your account.",
    };
  },
});

type Told = { subject: string; preview: string; title: string; told: string };

const words: Record<z.infer<typeof Act>, (provider: string) => Told> = {
  linked: (provider) => ({
    subject: `${provider} was connected to your MueJam account`,
    preview: "It signs in without the password.",
    title: `${provider} was connected`,
    told: `From now on ${provider} signs in to your account in place of the password. A second step, if you have one, is still asked for.`,
  }),
  unlinked: (provider) => ({
    subject: `${provider} was disconnected from your MueJam account`,
    preview: "It signs in no more.",
    title: `${provider} was disconnected`,
    told: `${provider} signs in to your account no more.`,
  }),
};
