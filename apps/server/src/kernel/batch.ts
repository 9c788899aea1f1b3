/** Keys that are asked for within one turn of the event loop travel in one question. */
export function batched<Value>(
  ask: (keys: string[]) => Promise<Map<string, Value>>,
): (key: string) => Promise<Value | null> {
  let open: { keys: Set<string>; values: Promise<Map<string, Value>> } | null = null;

  const begin = () => {
    const keys = new Set<string>();
    const values = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      open = null;
      return ask([...keys]);
    });
    return { keys, values };
  };

  return async (key) => {
    open ??= begin();
    open.keys.add(key);
    return (await open.values).get(key) ?? null;
  };
}
