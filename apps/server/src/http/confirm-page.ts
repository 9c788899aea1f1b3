import { type Context, Hono } from "hono";
import { verifyEmail } from "../domains/account/account.joining.service.ts";
import { AppError } from "../kernel/errors.ts";
import { refusals } from "../kernel/refusals.ts";
import type { AuthParts } from "./auth.ts";
import { answerHeaders } from "./refuse.ts";
import type { Edge } from "./request.ts";
import { refuseForeign } from "./same-origin.ts";

/** Where the link of a mail leads. Scanners open such links before people do, so that looking changes nothing. */
export const confirmPage = (parts: AuthParts): Hono<Edge> =>
  new Hono<Edge>()
    .get("/", (c) => {
      const token = c.req.query("token") ?? "";
      if (!isWord(token)) return page(c, { words: refusals.LINK_INVALID.words({}), status: 400 });
      return page(c, { words: "One press, and your address is confirmed.", form: token });
    })
    .post("/", refuseForeign(parts.signIn.publicUrl), async (c) => {
      const { token = "" } = await c.req.parseBody().catch((): { token?: string } => ({}));
      try {
        if (typeof token !== "string" || !isWord(token)) throw new AppError("LINK_INVALID");
        const actor = { kind: "visitor", address: c.get("address") } as const;
        await verifyEmail(parts.ctxFor({ actor, requestId: c.get("requestId"), log: c.get("log") }), token);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return page(c, { words: refusals[error.code].words(error.params ?? {}), status: refusals[error.code].status });
      }
      return page(c, { words: "Your address is confirmed. You can sign in now." });
    });

const isWord = (token: string) => /^[\w-]{1,200}$/.test(token);

function page(c: Context<Edge>, { words, form, status = 200 }: { words: string; form?: string; status?: number }) {
  const button = `<form method="post"><input type="hidden" name="token" value="${form}"><button>Confirm</button></form>`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Confirm your address · MueJam</title><main><h1>Confirm your address</h1><p>${words}</p>${form ? button : ""}
<p><a href="/">MueJam</a></p></main></html>`;
  return new Response(html, {
    status,
    headers: {
      ...answerHeaders(c.get("requestId")),
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      // The address holds the word, which no other site may see; "no-referrer" would take the origin from the form as well.
      "referrer-policy": "same-origin",
    },
  });
}
