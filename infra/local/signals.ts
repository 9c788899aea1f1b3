export type End = { readonly signal: AbortSignal; readonly asked: Promise<void> };

/** Heard once: Ctrl-C, a polite kill, a closed terminal, or the process that started us being gone. */
export function listenForEnd(): End {
  const ending = new AbortController();
  const asked = new Promise<void>((resolve) =>
    ending.signal.addEventListener("abort", () => resolve(), { once: true }),
  );
  // npm passes Ctrl-C on although the terminal has told everybody: it arrives twice and means one thing.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && ending.abort(), 500).unref();
  return { signal: ending.signal, asked };
}
