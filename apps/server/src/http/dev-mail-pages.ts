import { html } from "hono/html";
import { z } from "zod";
import type { KeptMail } from "../kernel/mailer.ts";
import { baseStyle, type Markup, serverPage } from "./server-page.ts";

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
      <p class="hint">Each template with made-up facts. <a href="/dev/mail/gallery">All of them on a phone, by day and by night</a></p>
      <ul class="previews">${previews}</ul>`,
  );
}

/** Whatever is added to the registry stands here by itself. */
export function galleryPage(templates: readonly string[]): Promise<string> {
  const shelf = templates.map(
    (name) => html`<h2><a href="/dev/mail/${name}">${name}</a></h2>
      <div class="pair">
        ${["light", "dark"].map((light) => frame({ title: `${name}, ${light}`, src: `${name}/body?light=${light}`, look: "phone" }))}
      </div>`,
  );
  return page("Gallery", html`<p><a href="/dev/mail">Outbox</a></p><h1>Gallery</h1>${shelf}`);
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

export const style = `${baseStyle}
ul { margin: 8px 0; padding: 0; list-style: none } .none { color: var(--ink-2) }
.mails { border-top: 1px solid var(--line) }
.mails a { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 10px 0; min-height: 44px; border-bottom: 1px solid var(--line); color: var(--ink); text-decoration: none }
.mails a:hover b { text-decoration: underline } .mails b { font-weight: 600; flex: 1 1 260px } .mails span, .mails time { color: var(--ink-2); font-size: 14px }
.previews { border-top: 1px solid var(--line) }
.previews li { display: flex; justify-content: space-between; gap: 16px; padding: 10px 0; border-bottom: 1px solid var(--line) }
.previews b { color: var(--ink); font-weight: 600 }
nav { display: flex; gap: 24px; margin-top: 20px; border-bottom: 1px solid var(--line) }
nav a { padding: 10px 0; color: var(--ink-2); text-decoration: none }
nav a[aria-current] { color: var(--ink); font-weight: 600; border-bottom: 3px solid var(--ink); margin-bottom: -1px }
.pair { --wide: min(812px, 100vw - 40px); display: flex; flex-wrap: wrap; gap: 16px; width: var(--wide); margin-inline: calc((100% - var(--wide)) / 2) }
.phone { width: 390px; max-width: 100% } .whole { width: 100% }
iframe { display: block; height: 760px; margin-top: 16px; border: 1px solid var(--edge); border-radius: 2px }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/22px ui-monospace, Menlo, Consolas, monospace; unicode-bidi: plaintext }
.links { font-size: 14px }
`;

const titles: Record<Part, string> = { html: "As it looks", text: "Plain text", headers: "Headers" };

function shown(mail: KeptMail, part: Part, query: string): Markup {
  if (part === "text") return html`<pre>${mail.text}</pre>`;
  if (part === "headers") return html`<pre>${headersOf(mail)}</pre>`;
  return frame({ title: "The mail", src: `${mail.id}/body${query}`, look: "whole" });
}

const frame = ({ title, src, look }: Record<"title" | "src" | "look", string>): Markup =>
  html`<iframe title="${title}" class="${look}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mail/${src}"></iframe>`;

function headersOf({ id, from, to, subject, at, headers }: KeptMail): string {
  const all = { From: from, To: to, Subject: subject, Date: new Date(at).toUTCString(), "X-Send": id, ...headers };
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

const time = (at: string): Markup => html`<time datetime="${at}">${at.slice(0, 16).replace("T", " ")} UTC</time>`;

const page = (title: string, body: Markup): Promise<string> =>
  serverPage({ title, style: html`<link rel="stylesheet" href="/dev/mail/style.css">`, body });
