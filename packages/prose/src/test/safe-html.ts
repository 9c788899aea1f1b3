const name = String.raw`[br]-[^"<>]*`;
const value = String.raw`[^"<>]*`;
const web = String.raw`(?:https?:\/\/|mailto:)[^"<>\s]*`;
const around = `(?: id="${name}")?(?: dir="${value}")?(?: lang="${value}")?`;

/** Written out a second time, by hand: what the renderer may write, whole tag by whole tag. */
const allowed = new RegExp(
  `^<(?:/(?:p|h[234]|blockquote|ul|ol|li|figure|figcaption|aside|details|summary|div|table|thead|tbody|tr|th|td|section|sup|a|strong|em|u|s|span)` +
    `|(?:p|h[234]|blockquote|ul|li|figure|table)${around}|ol${around}(?: start="(?:\\d|NaN|[-e.+])+")?|hr${around}|br|figcaption|thead|tbody|tr|sup|strong|em|u|s|span|summary` +
    `|aside role="note"${around}|details class="passage"${around} data-notices="${value}"|div class="prose-table" role="region" tabindex="0" aria-label="${value}"|span class="small-caps"` +
    `|(?:th scope="(?:col|row)"|td)(?: colspan="[^"<>]*")?(?: rowspan="[^"<>]*")?|section role="doc-endnotes" aria-label="${value}"` +
    `|img(?: src="(?:https?:\\/\\/|\\/)[^"<>\\s]*"(?: srcset="(?:(?:https?:\\/\\/|\\/)[^"<>\\s]* \\d+w(?:, )?)+" sizes="${value}")?)?(?: alt="${value}")?(?: width="[^"<>]*")?(?: height="[^"<>]*")? loading="lazy" decoding="async" data-media="${value}"` +
    `|a href="${web}" rel="ugc nofollow noopener"|a id="${name}" href="#${name}" role="doc-noteref"|a href="#${name}" role="doc-backlink" aria-label="${value}")>$`,
);

/** Everything in the HTML that is not on the list, empty when it is safe. A stray sign of markup counts. */
export function findUnsafe(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? [];
  const rest = html.replace(/<[^>]*>/g, "");
  return [...tags.filter((tag) => !allowed.test(tag)), ...(/[<>]/.test(rest) ? [rest] : [])];
}
