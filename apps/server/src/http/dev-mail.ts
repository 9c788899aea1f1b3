import { englishReader } from "@muejam/emails/letter";
import { isTemplateName, type TemplateName, templates } from "@muejam/emails/registry";
import { renderMail } from "@muejam/emails/render";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { KeptMail, Mailbox } from "../kernel/mailer.ts";
import { galleryPage, listPage, mailPage, Part, style } from "./dev-mail-pages.ts";
import { isLocal, type LocalParts } from "./local-only.ts";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";

export type DevMailParts = { mailbox: Mailbox; local: LocalParts };

/** The mail that was kept instead of sent, and a preview of every template. Only for whoever sits at this machine. */
export const devMail = ({ mailbox, local }: DevMailParts): Hono<Edge> => {
  const find = (c: Context<Edge>) => findMail(mailbox, c.req.param("id") ?? "", c.req.query("reader") === "rtl");
  return new Hono<Edge>()
    .use(async (c, next) => (isLocal(local, c.req.raw.headers) ? next() : refuse(c, "NOT_FOUND")))
    .get("/", async (c) => answer(c, await listPage(await mailbox.list(), Object.keys(templates)), page))
    .get("/gallery", async (c) => answer(c, await galleryPage(Object.keys(templates)), page))
    .get("/style.css", (c) => answer(c, style, { ...page, "content-type": "text/css; charset=utf-8" }))
    .get("/:id/body", async (c) => {
      const mail = await find(c);
      return mail ? answer(c, inLight(mail.html, c.req.query("light")), frame) : refuse(c, "NOT_FOUND");
    })
    .get("/:id", async (c) => {
      const mail = await find(c);
      const part = Part.catch("html").parse(c.req.query("part"));
      return mail ? answer(c, await mailPage(mail, part, new URL(c.req.url).search), page) : refuse(c, "NOT_FOUND");
    });
};

/** Whoever previews a mail sees it by day and by night, whatever their own device is set to. */
function inLight(body: string, light: string | undefined): string {
  const when = light === "dark" ? "all" : light === "light" ? "not all" : "(prefers-color-scheme:dark)";
  return body.replace("@media (prefers-color-scheme:dark)", `@media ${when}`);
}

async function findMail(mailbox: Mailbox, id: string, isRightToLeft: boolean): Promise<KeptMail | null> {
  if (isTemplateName(id)) return preview(id, isRightToLeft);
  return z.uuid().safeParse(id).success ? mailbox.find(id) : null;
}

async function preview(name: TemplateName, isRightToLeft: boolean): Promise<KeptMail> {
  const reader = isRightToLeft ? ({ ...englishReader, language: "he", direction: "rtl" } as const) : englishReader;
  const rendered = await renderMail(name, templates[name].fixture, reader);
  const [from, to, at] = ["MueJam <mail@localhost>", "nuala@post.example", "2026-11-20T10:31:00.000Z"];
  return { id: name, from, to, at, headers: {}, ...rendered };
}

const answer = (c: Context<Edge>, body: string, headers: Record<string, string>) =>
  c.body(body, 200, { ...headers, "x-request-id": c.get("requestId"), "cache-control": "private, no-store" });

const page = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

const nothing = ["script", "img", "font", "connect", "media", "object", "frame", "worker", "manifest"];

/**
 * A mail is a stranger's page full of inline styles, so it is shut in a sandbox and may fetch nothing; there is no
 * style-src, since the one that would fit is 'unsafe-inline'.
 */
const frame = {
  "content-type": "text/html; charset=utf-8",
  "x-frame-options": "SAMEORIGIN",
  "content-security-policy": [
    "sandbox allow-popups allow-popups-to-escape-sandbox",
    ...nothing.map((kind) => `${kind}-src 'none'`),
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  ].join("; "),
};
