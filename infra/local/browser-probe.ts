import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PATIENCE_MS = 20_000;

/** True when a page in it really computes: `--version` answers even where a library is missing that the first page needs. */
export async function doesStart(
  executablePath: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  const profile = mkdtempSync(join(tmpdir(), "muejam-browser-"));
  const own = [...args, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const child = spawn(executablePath, own, { env, stdio: ["ignore", "ignore", "pipe"] });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()).once("error", () => resolve()));
  try {
    return (await evaluate(await debuggerOf(child), "6 * 7")) === 42;
  } catch {
    return false;
  } finally {
    child.kill("SIGKILL");
    await closed;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** The address of its first page, which it tells on stderr once it listens. */
async function debuggerOf(child: ChildProcess): Promise<string> {
  const port = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec((said += chunk))?.[1];
      if (found) resolve(found);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(said)));
    setTimeout(() => reject(new Error("it says nothing")), PATIENCE_MS).unref();
  });
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const pages = (await answer.json()) as { type: string; webSocketDebuggerUrl: string }[];
  return pages.find(({ type }) => type === "page")?.webSocketDebuggerUrl ?? "";
}

function evaluate(url: string, expression: string): Promise<unknown> {
  const socket = new WebSocket(url);
  const value = new Promise((resolve, reject) => {
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression } }));
    socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)).result?.result?.value);
    socket.onerror = () => reject(new Error("the page does not answer"));
    setTimeout(() => reject(new Error("the page does not answer")), PATIENCE_MS).unref();
  });
  return value.finally(() => socket.close());
}
