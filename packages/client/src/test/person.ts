import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import { createMuejam } from "../client.ts";

const password = "a lantern in the rain";

/** Somebody who signs up, confirms their address and signs in, all by the doors of a MueJam that runs. */
export async function joinMuejam(url: string) {
  const email = `ada.${randomUUID()}@example.org`;
  await post(url, "sign-up", { email, password });
  await post(url, "verify-email", { token: await wordInMail(url, email), password });
  const { accessToken } = await (await post(url, "sign-in", { email, password })).json();
  return (actingAs?: string) => createMuejam({ url, actingAs, getToken: () => String(accessToken) });
}

async function post(url: string, door: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/api/auth/${door}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${door}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** From the outbox that a MueJam shows to its own machine. */
async function wordInMail(url: string, email: string): Promise<string> {
  const find = async (): Promise<string> => {
    const list = await (await fetch(`${url}/dev/mail`)).text();
    const ids = [...list.matchAll(/href="\/dev\/mail\/([0-9a-f-]{36})/g)].map(([, id]) => id);
    const mails = ids.map(async (id) => (await fetch(`${url}/dev/mail/${id}?part=text`)).text());
    const mail = (await Promise.all(mails)).find((text) => text.includes(email)) ?? "";
    const [, word] = /verify-email\?token=([\w-]+)/.exec(mail) ?? [];
    if (word === undefined) throw new Error(`No mail has come to ${email}.`);
    return word;
  };
  return vi.waitFor(find, { timeout: 20_000, interval: 200 });
}
