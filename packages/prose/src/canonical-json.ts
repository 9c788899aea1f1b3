export class CanonicalJsonError extends Error {
  override readonly name = "CanonicalJsonError";
}

/** RFC 8785: keys in the order of their UTF-16 units, numbers as ECMAScript writes them, no white space. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new CanonicalJsonError("A string holds half a character.");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new CanonicalJsonError("JSON has no number that is not finite.");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new CanonicalJsonError(`JSON has no ${typeof value}.`);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${canonicalJson(key)}:${canonicalJson(entry)}`).join(",")}}`;
}
