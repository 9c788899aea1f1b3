import { notFound, redirect } from "@tanstack/react-router";
import { appErrorOf } from "./errors.ts";

/** What is not there, and what could not be, is a page that is not there. */
export async function orMissing<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    const code = appErrorOf(error)?.code;
    if (code === "NOT_FOUND" || code === "INPUT_INVALID") throw notFound();
    throw error;
  }
}

/** A page came as everybody sees it; to whoever looks, it is not there. */
export const isGone = (error: unknown): boolean => appErrorOf(error)?.code === "NOT_FOUND";

/** A page has one address; whoever comes by another one is led to it, and to the place in it that they came for. */
export function keepTo(canonical: string, asked: string, place = ""): void {
  const href = encodeURI(canonical) + (place && `#${place}`);
  if (canonical !== asked) throw redirect({ href, replace: true, statusCode: 301 });
}
