import { z } from "zod";
import { defineTemplate, Link, Words } from "../letter.ts";

/** To somebody who is asked to work on a story. */
export const teamInvited = defineTemplate({
  props: z.object({ lead: Words, story: Words, role: z.enum(["editor", "reader"]), link: Link, unsubscribe: Link }),
  fixture: {
    lead: "Nuala Byrne",
    story: "The Lantern Keeper",
    role: "editor",
    link: "https://muejam.example/invitations",
    unsubscribe: "https://muejam.example/unsubscribe?token=Wq7tB3x9Lm5rE2",
  },
  write: ({ lead, story, role, link, unsubscribe }) => ({
    subject: `${lead} invites you to a story`,
    preview: role === "editor" ? "You would write in its drafts." : "You would read its drafts.",
    title: role === "editor" ? `Would you write with ${lead}?` : `Would you read along with ${lead}?`,
    blocks: [
      {
        kind: "words",
        text:
          role === "editor"
            ? `${lead} asks you to write in the drafts of “${story}”. Publishing stays theirs.`
            : `${lead} asks you to read the drafts of “${story}” before anybody else does.`,
      },
      { kind: "action", label: "Look at the invitation", link },
      { kind: "note", text: "Nothing happens until you answer. You can say no, and you can leave at any time." },
    ],
    because: "You get this mail because somebody invited the name that you use on MueJam.",
    unsubscribe,
  }),
});
