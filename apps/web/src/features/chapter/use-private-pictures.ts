import { type RefObject, useEffect } from "react";
import { fetchAs } from "../../lib/fetch-as.ts";
import { useSession } from "../../lib/use-session.ts";

/** What only some may see does not come by its address alone: it is asked for again in the name of whoever reads. */
export function usePrivatePictures(prose: RefObject<HTMLElement | null>, edition: string): void {
  const { state, read, getToken, renew } = useSession();
  useEffect(() => {
    const { current } = prose;
    if (state !== "member" || !current?.querySelector("img")) return;
    let stop: (() => void) | undefined;
    let isOver = false;
    const watch = async () => {
      const { mendPictures } = await import("./mend-pictures.ts");
      if (!isOver) stop = mendPictures(current, fetchAs({ read, getToken, renew }));
    };
    watch().catch(() => undefined);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [prose, edition, state, read, getToken, renew]);
}
