import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { createMuejam } from "../client.ts";

const password = "a lantern in the rain";

/** Somebody who has signed up, confirmed their address and signed in, all by the doors of a MueJam that runs. */
export async function joinMuejam(url: string) {
  const email = `ada.${randomUUID()}@example.org`;
  await post(url, "sign-up", { email, password });
  await post(url, "verify-email", { token: await wordInMail(url, email), password });
  const { accessToken } = await (await post(url, "sign-in", { email, password })).json();
  return createMuejam({ url, getToken: () => String(accessToken) });
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
    const mail = (await Promise.all(mails)).find((text) => text.includes(email));
    return /verify-email\?token=([\w-]+)/.exec(mail ?? "")?.[1] ?? "";
  };
  await expect.poll(find, { timeout: 20_000 }).not.toBe("");
  return find();
}
