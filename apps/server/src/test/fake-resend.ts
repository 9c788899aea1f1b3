import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { signWebhook } from "./svix.ts";

export type SentMail = { id: string; key: string; to: string; body: Record<string, unknown> };
/** What the fake does with one request: by default it takes the mail. */
export type Behaviour = (response: ServerResponse, take: () => string) => void;

/** Speaks Resend's wire format; a mail is sent once per idempotency key, as at the real one. */
export async function startFakeResend() {
  const sent = new Map<string, SentMail>();
  const script: Behaviour[] = [];
  const requests: { key: string; headers: IncomingMessage["headers"] }[] = [];
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const key = String(request.headers["idempotency-key"]);
    requests.push({ key, headers: request.headers });
    const raw = await text(request);
    const body: Record<string, unknown> = JSON.parse(raw);
    const known = sent.get(key);
    if (known && JSON.stringify(known.body) !== raw) return answer.fault(409, "invalid_idempotent_request")(response);
    const take = () => {
      const mail = known ?? { id: randomUUID(), key, to: String(body["to"]), body };
      sent.set(key, mail);
      return mail.id;
    };
    (script.shift() ?? answer.taken)(response, take);
  };
  const server = createServer((request, response) => void hear(request, response));
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** The next requests, in order. */
    next: (...behaviours: Behaviour[]) => void script.push(...behaviours),
    sent: () => [...sent.values()],
    requests,
    stop,
    restart: () => listen(port),
  };
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

export const answer = {
  taken: ((response, take) => json(response, 200, { id: take() })) satisfies Behaviour,
  fault:
    (statusCode: number, name: string, headers: Record<string, string> = {}): ((response: ServerResponse) => void) =>
    (response) =>
      json(response, statusCode, { statusCode, name, message: "No." }, headers),
  html: ((response) =>
    void response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>")) satisfies Behaviour,
  /** Takes the mail, and the answer is lost on the way. */
  takenAndCut: ((response, take) => {
    take();
    response.destroy();
  }) satisfies Behaviour,
  takenAndHung: ((_response, take) => void take()) satisfies Behaviour,
  hung: (() => undefined) satisfies Behaviour,
  nonsense: ((response) => json(response, 200, null)) satisfies Behaviour,
};

export const webhookSecret = `whsec_${Buffer.alloc(24, 5).toString("base64")}`;

export type Told = { type: string; sendId?: string; providerId?: string; at?: string; data?: object; id?: string };

export function signedEvent({ type, sendId, providerId = randomUUID(), at, data, id }: Told) {
  const created = at ?? new Date().toISOString();
  const tags = sendId === undefined ? {} : { tags: { send: sendId } };
  const body = JSON.stringify({ type, created_at: created, data: { email_id: providerId, ...tags, ...data } });
  return signWebhook(webhookSecret, body, { ...(id !== undefined && { id }) });
}
