/** Loaded into a process of ours by its test: tells what it holds once all garbage is gone. */
process.on("message", () => {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
