type Place = string | null;

/** The order of blocks by id, in which any block can be put elsewhere at no cost. Null stands before the first. */
export type BlockOrder = {
  has(id: Place): boolean;
  remove(id: string): void;
  /** Moves a block that is there already. False when `after` is not there. */
  putBehind(after: Place, id: string): boolean;
  list(): string[];
};

export function createBlockOrder(ids: Iterable<string>): BlockOrder {
  const next = new Map<Place, Place>([[null, null]]);
  const previous = new Map<Place, Place>([[null, null]]);
  const link = (before: Place, after: Place) => {
    next.set(before, after);
    previous.set(after, before);
  };
  const order: BlockOrder = {
    has: (id) => next.has(id),
    remove(id) {
      const [before, after] = [previous.get(id), next.get(id)];
      if (before === undefined || after === undefined) return;
      link(before, after);
      next.delete(id);
      previous.delete(id);
    },
    putBehind(after, id) {
      order.remove(id);
      const follower = next.get(after);
      if (follower === undefined) return false;
      link(after, id);
      link(id, follower);
      return true;
    },
    list() {
      const listed: string[] = [];
      for (let id = next.get(null); typeof id === "string"; id = next.get(id)) listed.push(id);
      return listed;
    },
  };
  let last: Place = null;
  for (const id of ids) {
    order.putBehind(last, id);
    last = id;
  }
  return order;
}
