import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { secondBuild } from "./second-build.ts";

type Answer = { type: string; body: string };

/** A server of its own address before the real one, to answer a path otherwise than that does, and to go away. */
export async function openFront(target: string) {
  const answers = new Map<string, Answer>();
  let deployed: { keepsFormer: boolean } | null = null;
  const server = createServer((asked, answer) => {
    const path = new URL(asked.url ?? "/", target).pathname;
    const own = answers.get(path);
    if (own) answer.writeHead(200, { "content-type": own.type, "cache-control": "no-cache" }).end(own.body);
    else if (!deployed || /^\/(trpc|api)\//.test(path)) pass(target, asked, answer);
    else if (!secondBuild.isFirsts(path)) void renew(target, asked, answer);
    else if (deployed.keepsFormer) pass(target, asked, answer);
    else answer.writeHead(404).end();
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const leave = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const port = await listen(0);
  return {
    address: `http://127.0.0.1:${port}`,
    answers,
    leave,
    comeBack: () => listen(port),
    /** From now on another build is served; `keepsFormer`: with the files of the one before. Null brings that back. */
    deploy: (how: { keepsFormer: boolean } | null) => {
      deployed = how;
    },
  };
}

function pass(target: string, asked: IncomingMessage, answer: ServerResponse): void {
  const onward = request(new URL(asked.url ?? "/", target), { method: asked.method, headers: asked.headers });
  onward.on("response", (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}

async function renew(target: string, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const url = new URL(asked.url ?? "/", target);
  url.pathname = secondBuild.earlierPath(url.pathname) ?? url.pathname;
  const { cookie, accept } = asked.headers;
  const onward = request(url, { headers: { ...(cookie && { cookie }), ...(accept && { accept }) } }).end();
  const [response]: IncomingMessage[] = await once(onward, "response");
  if (!response) return;
  const { "content-length": _, etag: __, ...headers } = response.headers;
  answer.writeHead(response.statusCode ?? 502, headers);
  if (/font|image/.test(headers["content-type"] ?? "")) response.pipe(answer);
  else answer.end(secondBuild.translate(await text(response)));
}
