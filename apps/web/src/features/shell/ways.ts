import { m } from "#messages";

/** The rooms of the house, in the order of a day; the last is one's own. */
export const ways = [
  { to: "/", name: m.shell_ways_home, path: "M3 10.5 12 3l9 7.5V20a1 1 0 0 1-1 1h-5v-7H9v7H4a1 1 0 0 1-1-1Z" },
  { to: "/write", name: m.shell_ways_write, path: "M20 4c-7 0-12 4-13 11l-3 5m3-5h6c4 0 7-4 7-11ZM9 13l6-4" },
] as const;
