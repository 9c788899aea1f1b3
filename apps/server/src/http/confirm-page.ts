import { ConfirmEmail } from "@muejam/contracts/sign-in";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { verifyEmail } from "../domains/account/account.joining.service.ts";
import { AppError } from "../kernel/errors.ts";
import { refusals } from "../kernel/refusals.ts";
import type { AuthParts } from "./auth.ts";
import type { Edge } from "./request.ts";
import { refuseForeign } from "./same-origin.ts";
import { answerPage } from "./server-page.ts";

/** Where the link of a mail leads. Scanners open such links before people do, so that looking changes nothing. */
export const confirmPage = (parts: AuthParts): Hono<Edge> =>
  new Hono<Edge>()
    .get("/", (c) => {
      const token = c.req.query("token") ?? "";
      if (!isWord(token)) return page(c, { ...refused, words: refusals.LINK_INVALID.words({}), status: 400 });
      return page(c, { words: ask, form: token });
    })
    .post("/", refuseForeign(parts.signIn.publicUrl), async (c) => {
      const form = ConfirmEmail.safeParse(await c.req.parseBody().catch(() => ({})));
      const token = form.data?.token ?? "";
      try {
        if (!form.success || !isWord(token)) throw new AppError("LINK_INVALID");
        const actor = { kind: "visitor", address: c.get("address") } as const;
        await verifyEmail(parts.ctxFor({ actor, requestId: c.get("requestId"), log: c.get("log") }), form.data);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const { words, status } = refusals[error.code];
        const mayTryAgain = ["PASSWORD_WRONG", "RATE_LIMITED", "OVERLOADED"].includes(error.code);
        if (mayTryAgain) return page(c, { words: ask, form: token, fault: words(error.params ?? {}), status });
        return page(c, { ...refused, words: words(error.params ?? {}), status });
      }
      return page(c, { title: "Your address is confirmed", words: "You can sign in now.", isDone: true });
    });

const ask = "Type the password that you chose for MueJam, and this address is yours.";
const refused = { title: "This did not work" };
const isWord = (token: string) => /^[\w-]{1,200}$/.test(token);

type View = { title?: string; words: string; form?: string; fault?: string; status?: number; isDone?: boolean };

async function page(c: Context<Edge>, view: View) {
  const { title = "Confirm your address", words, form, fault, status = 200, isDone = false } = view;
  const button = html`<form method="post">
        <input type="hidden" name="token" value="${form}">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="128" aria-describedby="fault">
        <p id="fault" class="fault" role="alert">${fault ?? ""}</p>
        <button>Confirm this address</button>
      </form>`;
  const body = html`
      <h1>${title}</h1>
      <p>${words}</p>
      ${form ? button : isDone ? html`<p><a href="/sign-in">Sign in</a></p>` : html`<p><a href="/">To MueJam</a></p>`}`;
  return answerPage(c, { title, body, status });
}
