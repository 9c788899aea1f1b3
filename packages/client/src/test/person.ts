import { randomInt, randomUUID } from "node:crypto";
import { codeIn } from "@muejam/server/testing/app-codes";
import { vi } from "vitest";
import { createMuejam } from "../client.ts";

export const password = "a lantern in the rain";

export const newAddress = () => `ada.${randomUUID()}@example.org`;

/** Somebody who signs up, confirms their address and signs in, all by the doors of a MueJam that runs. */
export async function joinMuejam(url: string, email = newAddress()) {
  const token = await signUp(url, email);
  return (actingAs?: string) => createMuejam({ url, actingAs, getToken: () => token });
}

export async function signUp(url: string, email: string): Promise<string> {
  await post(url, "sign-up", { email, password });
  await post(url, "verify-email", { token: await wordInMail(url, email), password });
  const { accessToken } = await (await post(url, "sign-in", { email, password })).json();
  return String(accessToken);
}

/** The secret of the app that from now on guards the way in. */
export async function guard(url: string, token: string): Promise<string> {
  const { ticket, secret } = await (await post(url, "second-factor/begin", { password }, token)).json();
  await post(url, "second-factor/confirm", { ticket, code: codeIn(secret, -1) }, token);
  return String(secret);
}

async function post(url: string, door: string, body: object, token?: string): Promise<Response> {
  // Each call from an address of its own, as the proxy in front would say: sign-ups are counted by address.
  const from = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const json = { "content-type": "application/json", "x-forwarded-for": from };
  const headers = { ...json, ...(token && { authorization: `Bearer ${token}` }) };
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
