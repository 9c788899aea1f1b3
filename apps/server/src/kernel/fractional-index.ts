/**
 * Keys that sort by their bytes and always have room between two of them, so that a reorder writes one row. A key is a
 * whole number, whose first letter tells its length, and a fraction: adding at the end counts up and stays short.
 */
export function between(before: string | null, after: string | null): string {
  if (before === null && after === null) return `a${first}`;
  if (before === null) return placeBefore(after ?? "");
  const low = split(before);
  if (after === null) return next(low.whole);
  const high = split(after);
  if (low.whole === high.whole) return low.whole + middle(low.fraction, high.fraction);
  const counted = next(low.whole);
  return counted < after ? counted : low.whole + middle(low.fraction, null);
}

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base = digits.length;
const first = "0";
const last = "z";

const digitAt = (text: string, index: number): number => Math.max(0, digits.indexOf(text.charAt(index) || first));

/** `a` leads one digit, `b` two; `Z` leads one digit of the numbers below, `Y` two. */
function split(key: string): { whole: string; fraction: string } {
  const head = key.charCodeAt(0);
  const length = key.charAt(0) >= "a" ? head - 0x60 : 0x5b - head;
  return { whole: key.slice(0, length + 1), fraction: key.slice(length + 1) };
}

function placeBefore(after: string): string {
  const { whole, fraction } = split(after);
  return fraction === "" ? previous(whole) : whole;
}

function next(whole: string): string {
  const [head, tail] = [whole.charAt(0), whole.slice(1)];
  const kept = tail.replace(/z+$/, "");
  if (kept !== "") return head + raise(kept, 1) + first.repeat(tail.length - kept.length);
  if (head === "Z") return `a${first}`;
  const larger = String.fromCharCode(head.charCodeAt(0) + 1);
  return larger + first.repeat(larger > "a" ? tail.length + 1 : tail.length - 1);
}

function previous(whole: string): string {
  const [head, tail] = [whole.charAt(0), whole.slice(1)];
  const kept = tail.replace(/0+$/, "");
  if (kept !== "") return head + raise(kept, -1) + last.repeat(tail.length - kept.length);
  if (head === "a") return `Z${last}`;
  const smaller = String.fromCharCode(head.charCodeAt(0) - 1);
  return smaller + last.repeat(smaller < "Z" ? tail.length + 1 : tail.length - 1);
}

const raise = (number: string, by: number): string =>
  number.slice(0, -1) + digits.charAt(digitAt(number, number.length - 1) + by);

/** A fraction never ends in a zero, so that there is always one below it. */
function middle(low: string, high: string | null): string {
  const [from, to] = [digitAt(low, 0), high === null ? base : digitAt(high, 0)];
  if (high !== null && from === to) return digits.charAt(from) + middle(low.slice(1), high.slice(1));
  if (to - from > 1) return digits.charAt(Math.floor((from + to) / 2));
  if (high !== null && high.length > 1) return high.charAt(0);
  return digits.charAt(from) + middle(low.slice(1), null);
}
