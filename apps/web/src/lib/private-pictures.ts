import { orRefused } from "./auth-door.ts";
import type { fetchAs } from "./fetch-as.ts";

export type PrivatePictures = ReturnType<typeof openPrivatePictures>;

/** A picture's address cannot say who asks: what only some may see is fetched in their name, and shown from here. */
export function openPrivatePictures(fetch: ReturnType<typeof fetchAs>) {
  const addresses = new Map<string, Promise<string>>();
  let viewing = 0;

  async function get(id: string): Promise<string> {
    const viewer = viewing;
    const answer = await orRefused(await fetch(`/media/${id}/960`));
    const file = await answer.blob();
    if (viewer !== viewing) throw new Error("Whoever looked has gone.");
    return URL.createObjectURL(file);
  }

  return {
    /** The same for the same picture, until it is closed. One that did not come is asked for again. */
    at(id: string): Promise<string> {
      const known = addresses.get(id);
      if (known) return known;
      const address = get(id);
      addresses.set(id, address);
      address.catch(() => addresses.delete(id));
      return address;
    },
    close(): void {
      viewing += 1;
      for (const address of addresses.values()) void address.then(URL.revokeObjectURL, () => undefined);
      addresses.clear();
    },
  };
}
