import { Icon } from "@muejam/ui/icon";
import type { tableActs } from "./tables.ts";

const frame = "M4 4h16v16H4z";
const paths: Record<keyof typeof tableActs, string> = {
  rowBefore: "M4 13h16v7H4zM12 3v6M9 6h6",
  rowAfter: "M4 4h16v7H4zM12 15v6M9 18h6",
  rowGone: "M4 8h16v8H4zM9 10.5l6 3M15 10.5l-6 3",
  columnBefore: "M13 4h7v16h-7zM3 12h6M6 9v6",
  columnAfter: "M4 4h7v16H4zM15 12h6M18 9v6",
  columnGone: "M8 4h8v16H8zM10.5 9l3 6M13.5 9l-3 6",
  merge: `${frame}M4 9h4M16 9h4M8 12h8M10.5 9.5 8 12l2.5 2.5M13.5 9.5l2.5 2.5-2.5 2.5`,
  split: `${frame}M12 4v4M12 16v4M10 12H7M14 12h3M9 10l-2 2 2 2M15 10l2 2-2 2`,
  headRow: `${frame}M4 9h16M7 6.5h10`,
  headColumn: `${frame}M9 4v16M6.5 7v10`,
  tableGone: `${frame}M9 9l6 6M15 9l-6 6`,
};

export function TableSign({ of }: { of: keyof typeof tableActs }) {
  return <Icon path={paths[of]} />;
}
