import type { Page } from "@muejam/contracts/page";
import { AppError } from "./errors.ts";
import type { KeyRing } from "./keys.ts";

/** Where a page ended. Instants in lists are stored to the millisecond, so that a cursor can hold them exactly. */
export type Position = { at: string; id: string };

/** `list` names the list and its filters: a cursor of one list is refused by every other. */
export type PageRequest = { keys: KeyRing; list: string; cursor: string | undefined; limit: number };

export async function readPage<Item>(
  { keys, list, cursor, limit }: PageRequest,
  fetch: (after: Position | null, take: number) => Promise<Item[]>,
  positionOf: (item: Item) => Position,
): Promise<Page<Item>> {
  // One row more than asked tells whether there is a next page without counting.
  const rows = await fetch(cursor === undefined ? null : readCursor(keys, list, cursor), limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(keys, list, positionOf(last)) : null };
}

function writeCursor(keys: KeyRing, list: string, { at, id }: Position): string {
  const body = Buffer.from(`${at} ${id}`).toString("base64url");
  return `${body}~${keys.mac(`cursor:${list}`, body)}`;
}

function readCursor(keys: KeyRing, list: string, cursor: string): Position {
  const [body = "", mac = ""] = cursor.split("~");
  const [at = "", id = ""] = Buffer.from(body, "base64url").toString("utf8").split(" ");
  if (!keys.hasMac(`cursor:${list}`, body, mac) || !at || !id) throw new AppError("CURSOR_INVALID");
  return { at, id };
}
