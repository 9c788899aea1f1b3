import { innerPath } from "../../lib/inner-path.ts";
import { keptIn } from "../../lib/kept.ts";

const kept = keptIn(() => sessionStorage);
const key = "muejam:way-on";

/** Where somebody wanted to be, over the time that they are away at another service. */
export const keepWayOn = (next: string | undefined): void => kept.set(key, next ?? null);
export const readWayOn = (): string | undefined => innerPath(kept.get(key));
