import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "./page.ts";

export const newAddress = () => `rosa.${randomUUID().slice(0, 8)}@example.org`;

/** Opens the newest mail to somebody, which a job may still be writing, and follows its link. */
export async function followMail(page: Page, to: string, subject: string | RegExp): Promise<void> {
  const { pathname, search } = new URL(await findLink(page, to, subject));
  // Where whoever is signed in on this page is known, whatever the server calls itself.
  await page.goto(`${pathname}${search}`);
}

/** The outbox opens only to whoever sits at the server's own machine, and the journey itself comes from elsewhere. */
export async function findLink(page: Page, to: string, subject: string | RegExp): Promise<string> {
  const here = await page.context().browser()?.newContext({ extraHTTPHeaders: {} });
  if (!here) throw new Error("A journey has a browser.");
  const read = async (path: string) => (await here.request.get(path)).text();
  let mail: string | undefined;
  await expect(async () => {
    const rows = (await read("/dev/mail")).matchAll(/href="(\/dev\/mail\/[\w-]+)"><b>(.*?)<\/b><span>(.*?)<\/span>/g);
    mail = [...rows].find(([, , about = "", whom]) => whom === to && about.match(subject))?.[1];
    expect(mail).toBeDefined();
  }, `a mail to ${to} about ${subject}`).toPass({ timeout: 45_000 });
  const [, link] = /class="links".*?<a href="(.*?)">/.exec(await read(`${mail}`)) ?? [];
  await here.close();
  if (link === undefined) throw new Error(`The mail to ${to} has no link.`);
  return link.replaceAll("&amp;", "&");
}
