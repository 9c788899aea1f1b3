import { html } from "hono/html";
import { z } from "zod";
import type { KeptMail } from "../kernel/mailer.ts";

export const Part = z.enum(["html", "text", "headers"]);
export type Part = z.infer<typeof Part>;

export function listPage(mails: readonly KeptMail[], templates: readonly string[]): Promise<string> {
  const rows = mails.map(
    ({ id, to, subject, at }) =>
      html`<li><a href="/dev/mail/${id}"><b>${subject}</b><span>${to}</span>${time(at)}</a></li>`,
  );
  const none = html`<p class="none">No mail yet. Whatever MueJam would send from this machine stays here instead.</p>`;
  const previews = templates.map(
    (name) => html`<li>
      <a href="/dev/mail/${name}"><b>${name}</b></a>
      <a href="/dev/mail/${name}?reader=rtl" class="hint">right to left</a>
    </li>`,
  );
  return page(
    "Outbox",
    html`
      <h1>Outbox</h1>
      ${rows.length > 0 ? html`<ul class="mails">${rows}</ul>` : none}
      <h2>Previews</h2>
      <p class="hint">Each template with made-up facts.</p>
      <ul class="previews">${previews}</ul>`,
  );
}

export function mailPage(mail: KeptMail, part: Part, query: string): Promise<string> {
  const tabs = Part.options.map((name) => {
    const current = name === part ? html` aria-current="page"` : "";
    return html`<a href="/dev/mail/${mail.id}?part=${name}"${current}>${titles[name]}</a>`;
  });
  const links = [...mail.text.matchAll(/https?:\/\/\S+/g)].map(
    ([link]) => html`<li><a href="${link}">${link}</a></li>`,
  );
  return page(
    mail.subject,
    html`
      <p><a href="/dev/mail">Outbox</a></p>
      <h1>${mail.subject}</h1>
      <p class="hint">To <bdi>${mail.to}</bdi>, ${time(mail.at)}</p>
      <ul class="links" aria-label="Links in this mail">${links}</ul>
      <nav aria-label="Parts of the mail">${tabs}</nav>
      ${shown(mail, part, query)}`,
  );
}

export const style = `
:root { color-scheme: light dark; --paper: #f8fbf7; --ink: #10241c; --ink-2: #3b4c44; --line: #d1dbd4; --edge: #75857d; --bottle: #085840; --focus: #1c5a8e }
@media (prefers-color-scheme: dark) { :root { --paper: #121b18; --ink: #dee1d7; --ink-2: #b2bab0; --line: #2b3531; --edge: #697971; --bottle: #86ceaf; --focus: #6fb6e8 } }
* { box-sizing: border-box }
body { margin: 0; padding: 24px 20px 48px; background: var(--paper); color: var(--ink); font: 16px/25px "Helvetica Neue", Arial, sans-serif }
main { max-width: 760px; margin: 0 auto }
h1, h2, .mark { font-family: Besley, Georgia, serif; font-weight: 500; letter-spacing: -0.014em; overflow-wrap: anywhere }
h1 { font-size: 32px; line-height: 37px; margin: 28px 0 12px } h2 { font-size: 24px; line-height: 30px; margin: 40px 0 4px }
.mark { font-size: 20px; margin: 0; padding-bottom: 12px; border-bottom: 3px solid var(--ink); box-shadow: 0 3px 0 -1px var(--paper), 0 4px 0 -1px var(--ink) }
.mark span { color: light-dark(#cf630d, #ec9546); font-size: 30px; font-weight: 800; line-height: 0; padding-right: 2px }
a { color: var(--bottle); text-underline-offset: 2px; overflow-wrap: anywhere }
a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px }
p { margin: 8px 0 } ul { margin: 8px 0; padding: 0; list-style: none } .hint, .none { color: var(--ink-2) }
.mails { border-top: 1px solid var(--line) }
.mails a { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 10px 0; min-height: 44px; border-bottom: 1px solid var(--line); color: var(--ink); text-decoration: none }
.mails a:hover b { text-decoration: underline } .mails b { font-weight: 600; flex: 1 1 260px } .mails span, .mails time { color: var(--ink-2); font-size: 14px }
.previews { border-top: 1px solid var(--line) }
.previews li { display: flex; justify-content: space-between; gap: 16px; padding: 10px 0; border-bottom: 1px solid var(--line) }
.previews b { color: var(--ink); font-weight: 600 }
nav { display: flex; gap: 24px; margin-top: 20px; border-bottom: 1px solid var(--line) }
nav a { padding: 10px 0; color: var(--ink-2); text-decoration: none }
nav a[aria-current] { color: var(--ink); font-weight: 600; border-bottom: 3px solid var(--ink); margin-bottom: -1px }
iframe { display: block; width: 100%; height: 760px; margin-top: 16px; border: 1px solid var(--edge); border-radius: 2px }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/22px ui-monospace, Menlo, Consolas, monospace; unicode-bidi: plaintext }
.links { font-size: 14px }
`;

type Markup = ReturnType<typeof html>;

const titles: Record<Part, string> = { html: "As it looks", text: "Plain text", headers: "Headers" };

function shown(mail: KeptMail, part: Part, query: string): Markup {
  if (part === "text") return html`<pre>${mail.text}</pre>`;
  if (part === "headers") return html`<pre>${headersOf(mail)}</pre>`;
  const sandbox = "allow-popups allow-popups-to-escape-sandbox";
  return html`<iframe title="The mail" sandbox="${sandbox}" src="/dev/mail/${mail.id}/body${query}"></iframe>`;
}

function headersOf({ id, from, to, subject, at, headers }: KeptMail): string {
  const all = { From: from, To: to, Subject: subject, Date: new Date(at).toUTCString(), "X-Send": id, ...headers };
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

const time = (at: string): Markup => html`<time datetime="${at}">${at.slice(0, 16).replace("T", " ")} UTC</time>`;

async function page(title: string, body: Markup): Promise<string> {
  const text = await html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · MueJam mail</title>
    <link rel="stylesheet" href="/dev/mail/style.css">
  </head>
  <body><main><p class="mark" dir="ltr"><span aria-hidden="true">‘</span>MueJam</p>${body}</main></body>
</html>`;
  return text.toString();
}
