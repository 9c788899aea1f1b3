import type { QueryClient } from "@tanstack/react-query";

const viewersOwn = /^(account|heir|notification|social|reach|reading|draft)\.|^story\.(mine|own|proposed)/;

/** Another person, or another face of theirs, looks at the page: nothing of the former one stays. */
export function changeViewer(queryClient: QueryClient): void {
  for (const query of queryClient.getQueryCache().findAll({ predicate: isViewersOwn })) query.reset();
  // Not at once: whoever shows them hears of the change first, and stops asking for what a visitor may not have.
  setTimeout(() => void queryClient.invalidateQueries());
}

function isViewersOwn({ queryKey: [path] }: { queryKey: readonly unknown[] }): boolean {
  return Array.isArray(path) && viewersOwn.test(path.join("."));
}
