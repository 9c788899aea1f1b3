/** An address within this site, spelled as browsers read it; undefined for whatever leads elsewhere. */
export function innerPath(value: unknown): string | undefined {
  if (typeof value !== "string" || !value.startsWith("/")) return undefined;
  const here = "http://here.invalid";
  const url = URL.parse(value, here);
  if (!url || url.origin !== here) return undefined;
  const path = url.pathname + url.search + url.hash;
  // Dots that fold away can leave another host behind.
  return path.startsWith("//") ? undefined : path;
}
