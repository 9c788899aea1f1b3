import { render } from "@react-email/render";
import { createElement } from "react";
import { Layout } from "./layout.ts";
import { englishReader } from "./letter.ts";
import { plainText } from "./plain-text.ts";
import { type TemplateName, templates } from "./registry.ts";

export type RenderedMail = { subject: string; html: string; text: string };

/** The same props give the same bytes, whenever they are rendered: a repeated send must not differ from the first. */
export async function renderMail(name: TemplateName, props: unknown, reader = englishReader): Promise<RenderedMail> {
  const letter = templates[name].letter(props, reader);
  const html = await render(createElement(Layout, { letter, reader }));
  return { subject: letter.subject, html, text: plainText(letter) };
}
