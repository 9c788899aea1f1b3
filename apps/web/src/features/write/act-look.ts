const act =
  "inline-flex min-h-(--hit) items-center justify-center rounded-control text-ui transition-colors duration-(--m-quick)";

/** A way on that weighs as much as a button does. */
export const actLook = {
  main: `${act} bg-bottle px-4.5 font-semibold text-on-bottle hover:bg-bottle-deep`,
  line: `${act} border border-edge px-3 font-medium text-ink hover:bg-well`,
};
