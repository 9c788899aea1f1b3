import { z } from "zod";

/** A place in the app's own files, such as `assets/base-1a2b3c4d.js:1:2345`. */
const place = z.string().regex(/^(assets|src)\/[\w@$.{}/-]{1,120}:\d{1,7}:\d{1,7}$/);

/**
 * A page that broke, as its browser tells it. Never the error's own words nor the page's address: either may hold what
 * somebody wrote, or say who they are.
 */
export const FaultReport = z.strictObject({
  build: z.string().regex(/^[\w-]{1,40}$/),
  /** As the routes are called, such as `/s/$story`. */
  route: z.string().regex(/^[\w/$@{}.-]{1,100}$/),
  /** The error's kind, such as `TypeError`. */
  kind: z.string().regex(/^[A-Za-z]\w{0,59}$/),
  places: z.array(place).max(12),
});
export type FaultReport = z.infer<typeof FaultReport>;
