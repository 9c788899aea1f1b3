import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { answerHeaders } from "./refuse.ts";
import type { Edge } from "./request.ts";

export type Markup = ReturnType<typeof html>;

/** For the few pages that are not the web app: its colours and its mark, in faces that every machine has. */
export const baseStyle = `
:root { color-scheme: light dark; --paper: #f8fbf7; --ink: #10241c; --ink-2: #3b4c44; --line: #d1dbd4; --edge: #75857d; --bottle: #085840; --on-bottle: #f7fbf8; --focus: #1c5a8e }
@media (prefers-color-scheme: dark) { :root { --paper: #121b18; --ink: #dee1d7; --ink-2: #b2bab0; --line: #2b3531; --edge: #697971; --bottle: #86ceaf; --on-bottle: #0d1f18; --focus: #6fb6e8 } }
* { box-sizing: border-box }
body { margin: 0; padding: 24px 20px 48px; background: var(--paper); color: var(--ink); font: 16px/25px "Helvetica Neue", Arial, sans-serif }
main { max-width: 760px; margin: 0 auto }
h1, h2, .mark { font-family: Besley, Georgia, serif; font-weight: 500; letter-spacing: -0.014em; overflow-wrap: anywhere }
h1 { font-size: 32px; line-height: 37px; margin: 28px 0 12px } h2 { font-size: 24px; line-height: 30px; margin: 40px 0 4px }
.mark { font-size: 20px; margin: 0; padding-bottom: 12px; border-bottom: 3px solid var(--ink); box-shadow: 0 3px 0 -1px var(--paper), 0 4px 0 -1px var(--ink) }
.mark span { color: light-dark(#cf630d, #ec9546); font-size: 30px; font-weight: 800; line-height: 0; padding-right: 2px }
.mark a { color: inherit; text-decoration: none }
a { color: var(--bottle); text-underline-offset: 2px; overflow-wrap: anywhere }
a:focus-visible, button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
label { display: block; margin: 20px 0 4px; font-weight: 600 }
input { width: 100%; max-width: 360px; min-height: 44px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 4px; background: transparent; color: inherit; font: inherit }
input:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
.fault { color: light-dark(#9c1f3a, #f0939f) }
button { min-height: 44px; margin: 16px 0; padding: 0 22px; border: 0; border-radius: 4px; background: var(--bottle); color: var(--on-bottle); font: inherit; font-weight: 600; cursor: pointer }
p { margin: 8px 0 } .hint { color: var(--ink-2) }
`;

/** A page that stands alone: it allows its own style and form, and nothing else. */
export async function answerPage(
  c: Context<Edge>,
  { title, body, status = 200 }: { title: string; body: Markup; status?: number },
): Promise<Response> {
  return new Response(await serverPage({ title, style: html`<style>${raw(baseStyle)}</style>`, body }), {
    status,
    headers: {
      ...answerHeaders(c.get("requestId")),
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; ${baseStylePolicy}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      // The address holds a word that no other site may see; "no-referrer" would take the origin from the form as well.
      "referrer-policy": "same-origin",
    },
  });
}

const baseStylePolicy = `style-src 'sha256-${createHash("sha256").update(baseStyle).digest("base64")}'`;

/** `style` is what goes into the head: the page's own style, or a link to one. */
export async function serverPage({
  title,
  style,
  body,
}: {
  title: string;
  style: Markup;
  body: Markup;
}): Promise<string> {
  const text = await html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · MueJam</title>
    ${style}
  </head>
  <body><main><p class="mark" dir="ltr"><a href="/"><span aria-hidden="true">‘</span>MueJam</a></p>${body}</main></body>
</html>`;
  return text.toString();
}
