/** What this page is of. */
export const ownBuild = (): string | null =>
  document.querySelector("meta[name=build]")?.getAttribute("content") ?? null;

export type Served = { build: string; worker: "on" | "off" };

/** What the server serves now; null when it cannot be asked. */
export async function askServed(): Promise<Served | null> {
  try {
    const answer = await fetch("/build.json", { cache: "no-store", credentials: "omit" });
    return answer.ok ? ((await answer.json()) as Served) : null;
  } catch {
    return null;
  }
}
