import { type MarkSpec, type NodeSpec, Schema } from "prosemirror-model";
import { docVersion, type MarkType, type NodeType } from "./document.ts";
import { type AttrRule, markRules, nodeRules } from "./rules.ts";

/** For the editor and nobody else. Names are TipTap's where it has one, so that its commands find them. */
type Shape = Omit<NodeSpec, "attrs">;

const block = { group: "block", defining: true } as const;
const flow = { group: "block flow" } as const;

const shapes: Record<NodeType, Shape> = {
  doc: { content: "block+" },
  paragraph: { ...flow, content: "inline*" },
  heading: { ...block, content: "inline*" },
  figure: { ...flow, content: "inline*", isolating: true },
  sceneBreak: flow,
  blockquote: { ...flow, content: "flow+", defining: true },
  bulletList: { ...flow, content: "listItem+" },
  orderedList: { ...flow, content: "listItem+" },
  listItem: { content: "paragraph flow*", defining: true },
  table: { ...block, content: "tableRow+", isolating: true, tableRole: "table" },
  tableRow: { content: "(tableCell | tableHeader)+", tableRole: "row" },
  tableCell: { content: "flow+", isolating: true, tableRole: "cell" },
  tableHeader: { content: "flow+", isolating: true, tableRole: "header_cell" },
  note: { ...block, content: "flow+" },
  passage: { ...block, content: "flow+" },
  text: { group: "inline" },
  hardBreak: { group: "inline", inline: true, selectable: false },
  footnote: { group: "inline", inline: true, content: "text*", isolating: true },
};

/** The schema as ProseMirror checks it: order, nesting and attribute values come from the same table as the validator's. */
export const editorSchema = new Schema<NodeType, MarkType>({
  topNode: "doc",
  nodes: mapValues(shapes, (shape, type): NodeSpec => ({ ...shape, ...attrsOf(nodeRules[type].attrs) })),
  marks: mapValues(markRules, (attrs): MarkSpec => ({ inclusive: !("href" in attrs), ...attrsOf(attrs) })),
});

function attrsOf(rules: Record<string, AttrRule>): Pick<NodeSpec, "attrs"> {
  const entries = Object.entries(rules);
  return entries.length === 0
    ? {}
    : { attrs: Object.fromEntries(entries.map(([name, rule]) => [name, toAttr(name, rule)])) };
}

/** A block has no id at the moment it is made; `repairIds` gives it one before it is saved. */
function toAttr(name: string, rule: AttrRule) {
  const validate = (value: unknown) => {
    if (!rule.accepts(value)) throw new RangeError(rule.words);
  };
  if (name === "id") return { default: null };
  if (name === "docVersion") return { default: docVersion, validate };
  return "fallback" in rule ? { default: rule.fallback, validate } : { validate };
}

function mapValues<Key extends string, From, To>(
  record: Record<Key, From>,
  change: (value: From, key: Key) => To,
): Record<Key, To> {
  const entries = (Object.keys(record) as Key[]).map((key) => [key, change(record[key], key)] as const);
  return Object.fromEntries(entries) as Record<Key, To>;
}
