const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const names: Record<string, string> = Object.fromEntries(Object.entries(signs).map(([sign, name]) => [name, sign]));

/** Safe as text and between double quotes: every byte that did not come from the renderer goes through here. */
export function escapeHtml(value: unknown): string {
  const text = String(value);
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "") : text;
}

export function unescapeHtml(html: string): string {
  return html.includes("&") ? html.replace(/&(?:amp|lt|gt|quot);/g, (name) => names[name] ?? name) : html;
}
