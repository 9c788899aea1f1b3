import type { Document, Mark, NodeType } from "./document.ts";
import { limits } from "./limits.ts";
import { areSameMarks } from "./marks.ts";
import { type AttrRule, type Children, isRecord, markRules, rankOfMark, ruleOf } from "./rules.ts";
import { findGridFault } from "./table-grid.ts";
import { isCleanText, isWholeNumber } from "./values.ts";

/** `rule` is for programs, `message` for people; the same shape as an issue on the wire. */
export type Refusal = {
  path: string;
  rule: "attribute" | "children" | "duplicate_id" | "mark" | "node" | "shape" | "size" | "table" | "text";
  message: string;
};
export type Validation = { ok: true; document: Document } | { ok: false; refusals: Refusal[] };

type Check = { refusals: Refusal[]; ids: Set<unknown>; nodes: number; textLength: number; footnotes: number };
type Place = { path: string; depth: number };

/** Accepts exactly one spelling of a document, so that the same words always have the same hash. */
export function validate(input: unknown): Validation {
  const check: Check = { refusals: [], ids: new Set(), nodes: 0, textLength: 0, footnotes: 0 };
  if (isRecord(input) && input["type"] === "doc") checkNode(check, input, { path: "", depth: 0 });
  else refuse(check, { path: "", rule: "node", message: "A document is an object of type doc." });
  // safe: every node, attribute, mark and text was looked at, and keys beyond those of the type were refused.
  if (check.refusals.length === 0) return { ok: true, document: input as Document };
  return { ok: false, refusals: check.refusals };
}

function checkNode(check: Check, node: Record<string, unknown>, place: Place): void {
  if (check.refusals.length >= limits.refusalsMax) return;
  const { path, depth } = place;
  const rule = ruleOf(node["type"]);
  if (!rule) return refuse(check, { path, rule: "node", message: "There is no node of this type." });
  // safe: `ruleOf` answers only for types that are in the table.
  const type = node["type"] as NodeType;
  check.nodes += 1;
  if (check.nodes > limits.nodeCountMax || depth > limits.depthMax) {
    check.refusals.splice(limits.refusalsMax - 1);
    const message = depth > limits.depthMax ? "The document is nested too deeply." : "The document has too many parts.";
    return refuse(check, { path, rule: "size", message });
  }
  const isInline = type === "text" || type === "hardBreak" || type === "footnote";
  const known = [
    "type",
    ...(Object.keys(rule.attrs).length > 0 ? ["attrs"] : []),
    ...(rule.children ? ["content"] : []),
    ...(isInline ? ["marks"] : []),
    ...(type === "text" ? ["text"] : []),
  ];
  checkKeys(check, { value: node, known, path });
  checkAttrs(check, { value: node["attrs"], rules: rule.attrs, path: join(path, "attrs") });
  if (isInline) checkMarks(check, node, path);
  if (type === "text") checkText(check, node["text"], join(path, "text"));
  if (type === "footnote" && ++check.footnotes > limits.footnoteCountMax)
    refuse(check, { path, rule: "size", message: `A chapter has at most ${limits.footnoteCountMax} footnotes.` });
  if (rule.children) checkChildren(check, { content: node["content"], children: rule.children, place });
  if (type === "table" && check.refusals.length === 0) checkTable(check, node, path);
}

function checkChildren(
  check: Check,
  { content, children, place }: { content: unknown; children: Children; place: Place },
): void {
  const path = join(place.path, "content");
  if (content === undefined && children.isBarrenAllowed) return;
  if (!Array.isArray(content) || content.length === 0)
    return refuse(check, { path, rule: "children", message: "This node must hold something, or have no content." });
  let before: Record<string, unknown> | null = null;
  for (const [index, child] of content.entries()) {
    if (check.refusals.length >= limits.refusalsMax) return;
    const at = join(path, String(index));
    const allowed: readonly unknown[] = index === 0 && children.first ? [children.first] : children.each;
    if (!isRecord(child)) refuse(check, { path: at, rule: "shape", message: "A node is an object." });
    else if (ruleOf(child["type"]) && !allowed.includes(child["type"]))
      refuse(check, { path: at, rule: "children", message: `Here stands one of: ${allowed.join(", ")}.` });
    else checkNode(check, child, { path: at, depth: place.depth + 1 });
    if (isRecord(child)) {
      if (before && isSplitText(before, child))
        refuse(check, { path: at, rule: "text", message: "Neighbouring text with the same marks must be one text." });
      before = child;
    }
  }
}

function checkAttrs(
  check: Check,
  { value, rules, path }: { value: unknown; rules: Record<string, AttrRule>; path: string },
): void {
  const names = Object.keys(rules);
  if (names.length === 0) return;
  if (!isRecord(value)) return refuse(check, { path, rule: "shape", message: "The attributes are missing." });
  checkKeys(check, { value, known: names, path });
  for (const [name, rule] of Object.entries(rules)) {
    if (!Object.hasOwn(value, name) || !rule.accepts(value[name]))
      refuse(check, { path: join(path, name), rule: "attribute", message: rule.words });
  }
  if (!("id" in rules)) return;
  if (check.ids.has(value["id"]))
    refuse(check, { path: join(path, "id"), rule: "duplicate_id", message: "Another block has this id." });
  check.ids.add(value["id"]);
}

function checkMarks(check: Check, node: Record<string, unknown>, path: string): void {
  const marks = node["marks"];
  if (marks === undefined && !Object.hasOwn(node, "marks")) return;
  const at = join(path, "marks");
  if (!Array.isArray(marks) || marks.length === 0)
    return refuse(check, { path: at, rule: "mark", message: "Marks are a list of at least one, or left out." });
  let rankBefore = -1;
  for (const [index, mark] of marks.entries()) {
    const rank = isRecord(mark) ? rankOfMark(mark["type"]) : -1;
    if (!isRecord(mark) || rank <= rankBefore || (node["type"] === "footnote" && mark["type"] === "link")) {
      const message = "Marks are known ones, each once, in their order; a footnote is never part of a link.";
      return refuse(check, { path: join(at, String(index)), rule: "mark", message });
    }
    rankBefore = rank;
    const rules = Object.values(markRules)[rank] ?? {};
    checkKeys(check, {
      value: mark,
      known: Object.keys(rules).length > 0 ? ["type", "attrs"] : ["type"],
      path: join(at, String(index)),
    });
    checkAttrs(check, { value: mark["attrs"], rules, path: join(at, `${index}.attrs`) });
  }
}

function checkText(check: Check, text: unknown, path: string): void {
  if (typeof text !== "string" || text === "" || !isCleanText(text))
    return refuse(check, { path, rule: "text", message: "Text is at least one character and free of control codes." });
  const lengthBefore = check.textLength;
  check.textLength += text.length;
  if (check.textLength > limits.textLengthMax && lengthBefore <= limits.textLengthMax)
    refuse(check, { path, rule: "size", message: `A chapter has at most ${limits.textLengthMax} characters.` });
}

function checkTable(check: Check, table: Record<string, unknown>, path: string): void {
  const childrenOf = (node: unknown) => (isRecord(node) && Array.isArray(node["content"]) ? node["content"] : []);
  const spansOf = (cell: unknown) => {
    const attrs = isRecord(cell) && isRecord(cell["attrs"]) ? cell["attrs"] : {};
    const span = (value: unknown) => (isWholeNumber(value, { min: 1, max: 50 }) ? value : 1);
    return { colspan: span(attrs["colspan"]), rowspan: span(attrs["rowspan"]) };
  };
  const message = findGridFault(childrenOf(table).map((row) => childrenOf(row).map(spansOf)));
  if (message) refuse(check, { path, rule: "table", message });
}

function isSplitText(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  if (a["type"] !== "text" || b["type"] !== "text") return false;
  const marksOf = (node: Record<string, unknown>): Mark[] => (Array.isArray(node["marks"]) ? node["marks"] : []);
  const areReadable = [...marksOf(a), ...marksOf(b)].every(
    (mark) => isRecord(mark) && (mark.type !== "link" || isRecord(mark.attrs)),
  );
  return areReadable && areSameMarks(marksOf(a), marksOf(b));
}

function checkKeys(
  check: Check,
  { value, known, path }: { value: Record<string, unknown>; known: readonly string[]; path: string },
): void {
  for (const key of Object.keys(value))
    if (!known.includes(key))
      refuse(check, {
        path: join(path, key.slice(0, 40)),
        rule: "shape",
        message: "Nothing of this name belongs here.",
      });
}

function refuse(check: Check, refusal: Refusal): void {
  if (check.refusals.length < limits.refusalsMax) check.refusals.push(refusal);
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
