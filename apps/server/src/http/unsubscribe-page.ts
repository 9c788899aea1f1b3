import type { MailedKind } from "@muejam/contracts/notification";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { unsubscribe, wayOut } from "../domains/notification/notification.choices.service.ts";
import { AppError } from "../kernel/errors.ts";
import { refusals } from "../kernel/refusals.ts";
import type { Edge } from "./request.ts";
import { answerPage } from "./server-page.ts";
import type { CallParts } from "./trpc.ts";

/**
 * Where the last line of a mail leads. Scanners look, so that looking changes nothing; mail programs post here by
 * themselves (RFC 8058), from anywhere and with nothing but the word in the address, which is all the right it takes.
 */
export function unsubscribePage({ ctxFor }: Pick<CallParts, "ctxFor">): Hono<Edge> {
  const ctxOf = (c: Context<Edge>) =>
    ctxFor({
      actor: { kind: "visitor", address: c.get("address") },
      requestId: c.get("requestId"),
      log: c.get("log"),
    });
  const tokenOf = (c: Context<Edge>) => c.req.query("token") ?? "";
  return new Hono<Edge>()
    .get("/", (c) => {
      const found = wayOut(ctxOf(c), tokenOf(c));
      return page(c, found ? { ...questions[found.kind], isQuestion: true } : refused);
    })
    .post("/", async (c) => {
      try {
        return page(c, done(questions[await unsubscribe(ctxOf(c), tokenOf(c))]));
      } catch (error) {
        if (error instanceof AppError && error.code === "LINK_INVALID") return page(c, refused);
        throw error;
      }
    });
}

type View = { title: string; words: string; isQuestion?: boolean; status?: number };

const questions: Record<MailedKind, View> = {
  "chapter-published": {
    title: "No more mail of new chapters",
    words: "What you follow stays followed, and MueJam still shows you what is new.",
  },
  "team-invited": {
    title: "No more mail of invitations",
    words: "Whoever invites you to write with them is still shown to you in MueJam.",
  },
};
const done = ({ title }: View): View => ({
  title,
  words: `${title.replace("No more mail", "Mail")} has stopped. Your settings can bring it back.`,
});
const refused: View = {
  title: "This did not work",
  words: `${refusals.LINK_INVALID.words({})} You can stop these mails in your settings, too.`,
  status: 400,
};

function page(c: Context<Edge>, { isQuestion = false, words, ...view }: View): Promise<Response> {
  const next = isQuestion
    ? html`<form method="post"><button>Stop these mails</button></form>`
    : html`<p><a href="/">To MueJam</a></p>`;
  const body = html`
      <h1>${view.title}</h1>
      <p>${words}</p>
      ${next}`;
  return answerPage(c, { ...view, body });
}
