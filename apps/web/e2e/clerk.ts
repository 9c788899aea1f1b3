import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Route } from "@playwright/test";
import { clerkScript } from "./clerk-script.ts";

const host = "clerk.muejam.test";
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
type Held = { subject: string; sessionId: string; provenMinutesAgo: number };

/**
 * Stands where Clerk would, for browsers and for the server: it has people, signs tokens as Clerk documents them, and
 * its script may stay away. Clerk itself is never asked.
 */
export async function openClerk() {
  const people = new Map<string, string>();
  let held: Held | null = null;
  let script: "comes" | "hangs" | "is refused" = "comes";
  const directory = createServer((request, response) => {
    const id = request.url?.split("/").at(-1) ?? "";
    const email = people.get(id);
    if (!email) return response.writeHead(404).end("{}");
    const address = { id: "main", email_address: email, verification: { status: "verified" } };
    return response.end(JSON.stringify({ id, primary_email_address_id: "main", email_addresses: [address] }));
  }).listen(0, "127.0.0.1");
  await once(directory, "listening");

  const acts: Record<string, (azp: string, given: string) => object | null> = {
    session: () => held,
    "sign-in": (_azp, subject) => (held = { subject, sessionId: `sess_${randomUUID()}`, provenMinutesAgo: 0 }),
    "sign-out": () => (held = null),
    token: (azp) => held && { jwt: token(held, azp) },
  };
  async function answer(route: Route): Promise<unknown> {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const headers = { "access-control-allow-origin": "*" };
    const act = acts[pathname.replace("/v1/", "")];
    if (act) {
      const told = act((await request.allHeaders())["origin"] ?? "", request.postData() ?? "");
      return route.fulfill({ json: told, headers });
    }
    if (script === "is refused") return route.abort("blockedbyclient");
    // Neither comes nor fails: what a poor line makes of it.
    if (script === "hangs") return undefined;
    return route.fulfill({ contentType: "text/javascript", body: clerkScript(host, [...people.keys()]), headers });
  }
  return {
    env: {
      CLERK_SECRET_KEY: "sk_test_journey",
      CLERK_ISSUER: `https://${host}`,
      CLERK_JWT_KEY: publicKey.export({ type: "spki", format: "pem" }).toString(),
      CLERK_WEBHOOK_SECRET: `whsec_${Buffer.from("a journey has no webhooks").toString("base64")}`,
      CLERK_API_URL: `http://127.0.0.1:${(directory.address() as AddressInfo).port}`,
      VITE_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from(`${host}$`).toString("base64")}`,
    },
    admit: (subject: string, email: string) => void people.set(subject, email),
    token: (subject: string, azp: string) => token({ subject, sessionId: `sess_${subject}`, provenMinutesAgo: 0 }, azp),
    /** As after a long stay. */
    leaveOpen: () => {
      held &&= { ...held, provenMinutesAgo: 30 };
    },
    script: (how: typeof script) => {
      script = how;
    },
    answerIn: (context: BrowserContext) => context.route(`https://${host}/**`, answer),
    close: () => directory.close(),
  };
}

function token({ subject, sessionId, provenMinutesAgo }: Held, azp: string): string {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `https://${host}`,
    sub: subject,
    sid: sessionId,
    azp,
    iat,
    exp: iat + 60,
    fva: [provenMinutesAgo, -1],
  };
  const signed = [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
}
