/** Opens an account again whose owner cannot get past the second step: see infra/runbooks/lost-second-step.md. */
import { createInterface } from "node:readline/promises";
import { createMuejam } from "../src/client.ts";

const [act = "list", what = "", purpose = ""] = process.argv.slice(2);
const url = process.env["MUEJAM_URL"] ?? "http://127.0.0.1:3000";
const terminal = createInterface({ input: process.stdin, output: process.stderr });

type Answer = { ticket?: string; accessToken: string };

const auth = async (path: string, given: object): Promise<Answer> => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/api/auth/${path}`, { method: "POST", headers, body: JSON.stringify(given) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Answer;
};

async function signIn(): Promise<string> {
  const given = { email: await terminal.question("Address: "), password: await terminal.question("Password: ") };
  const first = await auth("sign-in", given);
  if (!first.ticket) return first.accessToken;
  const code = await terminal.question("Code: ");
  return (await auth("sign-in/code", { ticket: first.ticket, code })).accessToken;
}

const token = await signIn();
terminal.close();
const muejam = createMuejam({ url, getToken: async () => token });
const { account, profile } = muejam;

if (act === "ask") {
  const { id: profileId } = await profile.byHandle.query({ handle: what });
  console.log(await account.askRecovery.mutate({ profileId, purpose }));
} else if (act === "stop") console.log(await account.stopRecovery.mutate({ id: what }));
else console.log((await account.listRecoveries.query()).recoveries);
