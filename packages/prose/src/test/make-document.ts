import { type BlockAttrs, type Document, docVersion, type Mark, type Paragraph, type Text } from "../document.ts";

/** `n` becomes the id, so that a test reads `b-a000000007` and knows the block. */
export function attrs(n: number, more: Partial<BlockAttrs> = {}): BlockAttrs {
  return { id: `a${String(n).padStart(9, "0")}`, dir: null, lang: null, ...more };
}

export function words(text: string, ...marks: Mark[]): Text {
  return { type: "text", text, ...(marks.length > 0 && { marks }) };
}

export function paragraph(n: number, text = "", more: Partial<BlockAttrs> = {}): Paragraph {
  return { type: "paragraph", attrs: attrs(n, more), ...(text !== "" && { content: [words(text)] }) };
}

export function chapter(...content: Document["content"]): Document {
  return { type: "doc", attrs: { docVersion }, content };
}

const sentence = "The lantern on the quay went out at nine, and nobody in the harbour office wrote it down. ";

/** Paragraphs of 85 words like a real chapter's, every fifth with marks, now and then a break. */
export function longChapter(wordCount: number): Document {
  const content: Document["content"] = [];
  for (let n = 1; n * 85 < wordCount + 85; n += 1) {
    const text = sentence.repeat(5).slice(0, -1);
    if (n % 40 === 0) content.push({ type: "sceneBreak", attrs: { id: attrs(500_000 + n).id } });
    if (n % 5 !== 0) content.push(paragraph(n, text));
    else {
      const emphasis: Mark = { type: "emphasis" };
      content.push({
        type: "paragraph",
        attrs: attrs(n),
        content: [words("“No,” "), words("she said", emphasis), words(`. ${text} & <so> on`)],
      });
    }
  }
  return chapter(...content);
}
