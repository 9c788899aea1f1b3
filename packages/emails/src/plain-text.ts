import type { Block, Letter } from "./letter.ts";

/** The same words for those who read mail without its form. */
export function plainText({ title, blocks, ifNotYou, because, unsubscribe }: Letter): string {
  const warning = ifNotYou === undefined ? [] : [`If this was not you\n${ifNotYou}`];
  const way = unsubscribe === undefined ? "" : `\nUnsubscribe:\n${unsubscribe}`;
  const parts = [title, ...blocks.map(inText), ...warning, `-- \nMueJam\n${because}${way}`];
  return `${parts.join("\n\n")}\n`;
}

function inText(block: Block): string {
  switch (block.kind) {
    case "words":
    case "note":
    case "quote":
      return block.text;
    case "facts":
      return block.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
    case "action":
      return `${block.label}:\n${block.link}`;
  }
}
