import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = { type: string; body: string };

/** A server of its own address before the real one, to answer a path otherwise than that does, and to go away. */
export async function openFront(target: string) {
  const answers = new Map<string, Answer>();
  const server = createServer((asked, answer) => {
    const own = answers.get(new URL(asked.url ?? "/", target).pathname);
    if (own) answer.writeHead(200, { "content-type": own.type, "cache-control": "no-cache" }).end(own.body);
    else pass(target, asked, answer);
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
  return { address: `http://127.0.0.1:${port}`, answers, leave, comeBack: () => listen(port) };
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
