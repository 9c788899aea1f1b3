import type { LooseNode } from "./document.ts";

/** What a block says, in a line for a person who chooses: footnotes and descriptions of pictures stand in brackets. */
export function readingOf(nodes: readonly LooseNode[]): string {
  return nodes.map(sayNode).join("").replace(/\s+/g, " ").trim();
}

function sayNode(node: LooseNode): string {
  const words = (node.content ?? []).map(sayNode).join("");
  switch (node.type) {
    case "text":
      return node.text ?? "";
    case "hardBreak":
      return " ";
    case "footnote":
      return ` [${words}]`;
    case "figure": {
      const alt = node.attrs?.["alt"];
      return `[${typeof alt === "string" && alt !== "" ? alt : "…"}] ${words} `;
    }
    case "sceneBreak":
      return "* * * ";
    default:
      return `${words} `;
  }
}
