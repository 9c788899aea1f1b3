/** `here` counts in thousandths. */
export type Thread = "read" | "unread" | "new" | "draft" | { here: number };

const most = 120;

/** More than a phone can show apart: then each thread stands for some, by the most telling of them. */
export function thinned(threads: readonly Thread[]): readonly Thread[] {
  const each = Math.ceil(threads.length / most);
  if (each <= 1) return threads;
  return Array.from({ length: Math.ceil(threads.length / each) }, (_, index) =>
    mostTelling(threads.slice(index * each, (index + 1) * each)),
  );
}

function mostTelling(some: readonly Thread[]): Thread {
  const here = some.find((thread) => typeof thread === "object");
  return here ?? (["new", "draft", "unread"] as const).find((kind) => some.includes(kind)) ?? "read";
}
