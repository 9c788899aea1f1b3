import { z } from "zod";

/**
 * A picture is sent as the raw body of `POST /media`, with the bearer, `x-acting-profile` and, as `idempotency-key`, a
 * UUID of its sender's making: sent again under it, it is the same picture. What it is, its bytes tell, not its header.
 *
 * `GET /media/<id>/<width>` answers it. Without a bearer it comes while a chapter that everybody may read shows it; in
 * drafts, and where a chapter is for some readers only, it is fetched with the bearer and shown from a `blob:` address.
 */
export const PictureType = z.enum(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"]);
export type PictureType = z.infer<typeof PictureType>;

export const pictureBytesMax = 10 * 1024 * 1024;
export const picturePixelsMax = 50_000_000;

/** What `POST /media` answers, and a figure carries: how large the picture is kept at most, turned as it is seen. */
export const Picture = z.object({ id: z.uuid(), width: z.int().positive(), height: z.int().positive() });
export type Picture = z.infer<typeof Picture>;
