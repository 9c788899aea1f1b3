import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type FakeVendor = Awaited<ReturnType<typeof startVendor>>;

/**
 * Charges once per idempotency key, and holds a worker's calls at the gates that are shut for it.
 * `isShut` decides by gate ("before", "within", "charge", "after"), worker and label.
 */
export async function startVendor(isShut: (call: { gate: string; worker: string; label: number }) => boolean) {
  const charges = new Map<string, Set<string>>();
  const held: ServerResponse[] = [];
  let calls = 0;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://vendor");
    const gate = pathname.split("/").at(-1) ?? "";
    const [worker, label] = [searchParams.get("worker") ?? "", searchParams.get("label") ?? ""];
    if (gate === "charge") {
      calls += 1;
      const key = String(request.headers["idempotency-key"]);
      charges.set(key, (charges.get(key) ?? new Set()).add(label));
    }
    if (isShut({ gate, worker, label: Number(label) })) held.push(response);
    else response.end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Labels charged, by key. */
    charges,
    calls: () => calls,
    held: () => held.length,
    letGo: () => held.splice(0).forEach((response) => response.end("ok")),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
