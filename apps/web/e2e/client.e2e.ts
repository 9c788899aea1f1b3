import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type * as Client from "../../../packages/client/src/client.ts";
import { join, password } from "./member.ts";
import { expect, test } from "./page.ts";

const { BASE_URL = "http://127.0.0.1:3000", ELSEWHERE = "http://127.0.0.1:4999" } = process.env;
const bundle = readFileSync(new URL("../../../packages/client/dist/client.js", import.meta.url), "utf8");

test("a page of another site reads, writes, listens and is refused through the client", async ({ page, browser }) => {
  const { email } = await join(page);
  const signedIn = await page.request.post("/api/auth/sign-in", { data: { email, password } });
  const { accessToken }: { accessToken: string } = await signedIn.json();
  const server = createServer((asked, answer) => {
    const isPackage = asked.url === "/client.js";
    answer.setHeader("content-type", isPackage ? "text/javascript" : "text/html");
    answer.end(isPackage ? bundle : "<!doctype html><title>Elsewhere</title>");
  }).listen(Number(new URL(ELSEWHERE).port), "127.0.0.1");
  await once(server, "listening");
  // A header of the journeys' own is none that a page of another site may send.
  const elsewhere = await browser.newPage({ extraHTTPHeaders: {} });
  await elsewhere.goto(`${ELSEWHERE}/`);

  const told = await elsewhere.evaluate(visit, { url: BASE_URL, token: accessToken });
  expect(told).toEqual({
    listed: true,
    read: true,
    draft: { version: 1, words: 3 },
    refused: ["DRAFT_CHANGED", 409, true],
    invalid: ["INPUT_INVALID", "title"],
    states: ["connecting", "live"],
    ended: true,
    visitor: "SIGN_IN_REQUIRED",
  });
  await elsewhere.close();
  server.closeAllConnections();
  server.close();
});

/** Runs in the other site's page, which has nothing but the package. */
async function visit({ url, token }: { url: string; token: string }) {
  const path = "/client.js";
  const { createMuejam, MuejamError, newBlockId, newId }: typeof Client = await import(path);
  const muejam = createMuejam({ url, getToken: async () => token });
  const refusal = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof MuejamError)) throw new Error(`That was not refused: ${String(error)}`);
    return error;
  };

  const { items } = await muejam.story.list.query({ order: "completed", limit: 1 });
  const [listed] = items;
  const chapter = listed && (await muejam.reading.chapter.query({ ref: listed.ref, number: 1 }));

  const story = await muejam.story.create.mutate({ id: newId(), title: "The Ferry", genres: ["mystery"] });
  const { id: chapterId } = await muejam.story.addChapter.mutate({ id: newId(), storyId: story.id, title: "Night" });
  const block = {
    type: "paragraph",
    attrs: { id: newBlockId(), dir: null, lang: null },
    content: [{ type: "text", text: "Without its lights." }],
  };
  const save = {
    chapterId,
    docVersion: 3,
    journalId: newId(),
    seq: 0,
    baseVersion: 0,
    placed: [{ after: null, block }],
  };
  const { version, words } = await muejam.draft.save.mutate(save);
  const changed = await refusal(muejam.draft.save.mutate({ ...save, journalId: newId() }));
  const wrong = await refusal(muejam.story.create.mutate({ id: newId(), title: "" }));
  const stranger = await refusal(createMuejam({ url }).account.me.query());

  const states: string[] = [];
  const stop = new AbortController();
  const { seq } = await muejam.notification.unread.query();
  const onState = (state: string) => {
    states.push(state);
    if (state === "live") stop.abort();
  };
  const listening = muejam.notification.live.listen({ lastEventId: String(seq) }, { onState, signal: stop.signal });
  const end = await (async () => {
    for await (const _ of listening) return "heard";
    return "ended";
  })().catch((error: unknown) => error);

  return {
    listed: listed !== undefined,
    read: chapter !== undefined && chapter.words > 0,
    draft: { version, words },
    refused: [changed.code, changed.status, changed.requestId !== undefined],
    invalid: [wrong.code, wrong.issues?.[0]?.path],
    states,
    ended: end !== "heard",
    visitor: stranger.code,
  };
}
