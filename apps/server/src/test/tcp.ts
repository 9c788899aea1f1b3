import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

type Manner = { pauseMs?: number; isLeftOpen?: boolean };

/** Sends these very bytes, each piece after a pause, and tells all that came back until the other side was done. */
export async function sendRaw(
  address: string,
  pieces: Iterable<string | Uint8Array>,
  { pauseMs = 0, isLeftOpen = false }: Manner = {},
): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port: Number(new URL(address).port), allowHalfOpen: true });
  socket.on("error", () => undefined);
  const [answer] = [text(socket).catch(() => "cut"), await once(socket, "connect").catch(() => undefined)];
  for (const piece of pieces) {
    if (!socket.writable) break;
    socket.write(piece);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  if (!isLeftOpen) socket.end();
  try {
    return await answer;
  } finally {
    socket.destroy();
  }
}

/** The first answer among what came back. */
export function readAnswer(raw: string): { status: number; headers: Headers; body: string } {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const at = line.indexOf(":");
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  return { status: Number(first.split(" ")[1]), headers, body: rest.join("\r\n\r\n") };
}
