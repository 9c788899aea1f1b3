import type { Block, Letter } from "./letter.ts";

/** The same words for those who read mail without its form. */
export function plainText({ title, blocks, ifNotYou, because }: Letter): string {
  const parts = [title, ...blocks.map(inText), `If this was not you\n${ifNotYou}`, `-- \nMueJam\n${because}`];
  return `${parts.join("\n\n")}\n`;
}

function inText(block: Block): string {
  switch (block.kind) {
    case "words":
    case "note":
      return block.text;
    case "facts":
      return block.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "action":
      return `${block.label}:\n${block.link}`;
  }
}
