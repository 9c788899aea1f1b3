import { useEffect, useState } from "react";

/** Whether the browser promises to keep what is stored here; null as long as it has not answered. Asks it to. */
export function usePersistence(): boolean | null {
  const [isPersistent, setPersistent] = useState<boolean | null>(null);
  useEffect(() => {
    // Some browsers lack it where the page is not secure, whatever the types say.
    const asked = navigator.storage?.persist?.() ?? Promise.resolve(false);
    asked.then(setPersistent, () => setPersistent(false));
  }, []);
  return isPersistent;
}
