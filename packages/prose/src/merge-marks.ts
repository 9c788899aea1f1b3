import type { Inline, Mark, MarkType } from "./document.ts";
import { joinInline } from "./marks.ts";
import { markRules } from "./rules.ts";
import { isSame } from "./same.ts";
import { mapThree, pick, type Three } from "./three-way.ts";

// safe: the table's keys are the types of marks and nothing else.
const markTypes = Object.keys(markRules) as MarkType[];

/** Words that all three have, in the marks that either side gave them: a mark may cover a part of a word. */
export function mergeMarks({ base, mine, theirs }: Three<Inline[]>): Inline[] {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || isSame(mine, theirs)) return mine;
  const units = mapThree({ base, mine, theirs }, (nodes) => nodes.flatMap(unitsOf));
  return joinInline(
    units.mine.map((node, index) => {
      const marks = mapThree(units, (nodes) => nodes[index]);
      return remark(node, (type) => pick(mapThree(marks, (unit) => markOf(unit, type))));
    }),
  );
}

/** New words of one side, in the marks that the other gave or took from all that stood in their place. */
export function carryMarks(nodes: Inline[], { base, other }: Record<"base" | "other", Inline[]>): Inline[] {
  const changes = new Map<MarkType, Record<"from" | "to", Mark | undefined>>();
  for (const type of markTypes) {
    const [from, to] = [markOf(base[0], type), markOf(other[0], type)];
    const isWhole = [base, other].every((all) => all.every((node) => isSame(markOf(node, type), markOf(all[0], type))));
    if (isWhole && base.length > 0 && other.length > 0 && !isSame(from, to)) changes.set(type, { from, to });
  }
  if (changes.size === 0) return nodes;
  return nodes.map((node) =>
    remark(node, (type) => {
      const [own, change] = [markOf(node, type), changes.get(type)];
      return change && isSame(own, change.from) ? change.to : own;
    }),
  );
}

export const withoutMarks = (node: Inline): Inline => remark(node, () => undefined);

function remark<T extends Inline>(node: T, choose: (type: MarkType) => Mark | undefined): T {
  const { marks: _, ...bare } = node;
  const marks = markTypes.flatMap((type) => (type === "link" && node.type === "footnote" ? [] : (choose(type) ?? [])));
  // safe: the node as it was, in other marks or none.
  return (marks.length > 0 ? { ...bare, marks } : bare) as T;
}

function unitsOf(node: Inline): Inline[] {
  if (node.type !== "text") return [node];
  return Array.from({ length: node.text.length }, (_, index) => ({ ...node, text: node.text.charAt(index) }));
}

const markOf = (node: Inline | undefined, type: MarkType) => node?.marks?.find((mark) => mark.type === type);
