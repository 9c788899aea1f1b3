import fc from "fast-check";
import { expect, test } from "vitest";
import { type Document, type LooseNode } from "./document.ts";
import { parseHtml } from "./parse-html.ts";
import { renderHtml } from "./render-html.ts";
import { sanitise } from "./sanitise.ts";
import { countingIds, many, mustBeValid, roughDocument, runs, validDocument } from "./test/arbitrary-document.ts";
import { hostileJson } from "./test/hostile-json.ts";
import { findUnsafe } from "./test/safe-html.ts";
import { validate } from "./validate.ts";
import { cleanText } from "./values.ts";

test("what was rendered is read back as the same document, and renders the same again", () => {
  fc.assert(
    fc.property(validDocument, (document) => {
      const html = renderHtml(document);
      const read = parseHtml(html);
      expect(read).toEqual({ ok: true, document });
      expect(renderHtml(mustBeValid(document))).toBe(html);
      expect(findUnsafe(html)).toEqual([]);
    }),
    many,
  );
});

test("sanitising what an editor hands over makes it valid, keeps every word, and changes nothing the second time", () => {
  fc.assert(
    fc.property(roughDocument, (rough) => {
      const document = mustBeValid(sanitise(rough, countingIds()));
      expect(wordsOf(document)).toBe(cleanText(wordsOf(rough).toWellFormed()));
      expect(sanitise(document)).toEqual(document);
    }),
    many,
  );
});

test("whatever JSON comes in, nothing that runs, styles or leads astray comes out", () => {
  const seen = { accepted: 0, mended: 0, refused: 0, renderedRaw: 0 };
  fc.assert(
    fc.property(hostileJson, (wire) => {
      const json: unknown = JSON.parse(wire);
      const asItIs = validate(json);
      const mended = validate(sanitise(json));
      expect(JSON.stringify(json)).toBe(wire);
      const raw = renderUnchecked(json);
      const html = [asItIs, mended].map((checked) => (checked.ok ? renderHtml(checked.document) : ""));
      expect([...html, raw ?? ""].flatMap(findUnsafe)).toEqual([]);
      const refusals = asItIs.ok ? [] : asItIs.refusals;
      expect(refusals.filter(({ message }) => !message.endsWith("."))).toEqual([]);
      seen.accepted += Number(asItIs.ok);
      seen.mended += Number(!asItIs.ok && mended.ok);
      seen.refused += Number(!asItIs.ok && !mended.ok);
      seen.renderedRaw += Number(raw !== null);
    }),
    many,
  );
  console.log(`of ${runs} hostile documents:`, JSON.stringify(seen));
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

function wordsOf(node: LooseNode): string {
  return (node.text ?? "") + (node.content ?? []).map(wordsOf).join("");
}

/** The renderer is handed what nobody has looked at: it may give up, it may not let anything through. */
function renderUnchecked(json: unknown): string | null {
  try {
    return renderHtml(json as Document);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
