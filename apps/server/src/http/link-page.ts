import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { refusals } from "../kernel/refusals.ts";
import type { AuthParts } from "./auth.ts";
import { visitorOf } from "./auth-wire.ts";
import type { Edge } from "./request.ts";
import { refuseForeign } from "./same-origin.ts";
import { answerPage } from "./server-page.ts";

export type LinkPage = {
  title: string;
  words: string;
  button: string;
  asksPassword: boolean;
  done: { title: string; words: string };
  /** What the button does; answers where to go on. */
  act(ctx: Ctx, given: { token: string; password: string }): Promise<{ label: string; path: string }>;
};

/** Where the link of a mail leads. Scanners open such links before people do, so that looking changes nothing. */
export function linkPage(parts: AuthParts, shown: LinkPage): Hono<Edge> {
  const ctxOf = visitorOf(parts);
  return new Hono<Edge>()
    .get("/", (c) => {
      const token = Word.safeParse(c.req.query("token"));
      return token.success
        ? answerPage(c, { title: shown.title, body: question(shown, { token: token.data }) })
        : refusePage(c, new AppError("LINK_INVALID"));
    })
    .post("/", refuseForeign(parts.signIn.publicUrl), async (c) => {
      const form = (shown.asksPassword ? WithPassword : Given).safeParse(await c.req.parseBody().catch(() => ({})));
      if (!form.success) return refusePage(c, new AppError("LINK_INVALID"));
      const { token } = form.data;
      try {
        const next = await shown.act(ctxOf(c), form.data);
        return await answerPage(c, { title: shown.done.title, body: ending({ ...shown.done, ...next }) });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (!mayTryAgain.includes(error.code)) return refusePage(c, error);
        const { words, status } = refusals[error.code];
        const body = question(shown, { token, fault: words(error.params ?? {}) });
        return answerPage(c, { title: shown.title, body, status });
      }
    });
}

const Word = z.string().regex(/^[\w-]{1,200}$/);
const Given = z.object({ token: Word, password: z.string().max(128).default("") });
const WithPassword = Given.extend({ password: z.string().min(1).max(128) });
const mayTryAgain: readonly string[] = ["PASSWORD_WRONG", "RATE_LIMITED", "OVERLOADED"];

function question({ title, words, button, asksPassword }: LinkPage, view: { token: string; fault?: string }) {
  const field = html`<label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="128" aria-describedby="fault">`;
  return html`
      <h1>${title}</h1>
      <p>${words}</p>
      <form method="post">
        <input type="hidden" name="token" value="${view.token}">
        ${asksPassword ? field : ""}
        <p id="fault" class="fault" role="alert">${view.fault ?? ""}</p>
        <button>${button}</button>
      </form>`;
}

function refusePage(c: Context<Edge>, { code, params = {} }: AppError): Promise<Response> {
  const { words, status } = refusals[code];
  const title = "This did not work";
  return answerPage(c, {
    title,
    body: ending({ title, words: words(params), label: "To MueJam", path: "/" }),
    status,
  });
}

const ending = (view: { title: string; words: string; label: string; path: string }) => html`
      <h1>${view.title}</h1>
      <p>${view.words}</p>
      <p><a href="${view.path}">${view.label}</a></p>`;
