import { hash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };

type Sent = { bytes: Uint8Array<ArrayBuffer>; headers: { vary: string; etag: string; "content-encoding"?: string } };
export type Body = { size: number; sentTo(accepts: string | undefined): Sent | Promise<Sent> };

/**
 * A page's text as bytes, made once for however many it is sent to, and made small once. Nothing in it is secret, so
 * that its length tells nothing; what may depend on who asks never comes here.
 */
export function bodyOf(text: string): Body {
  const tag = hash("sha256", text, "base64url").slice(0, 22);
  const vary = "accept-encoding";
  const plain: Sent = { bytes: new TextEncoder().encode(text), headers: { vary, etag: `"${tag}"` } };
  let small: Promise<Sent> | undefined;

  async function squeeze(): Promise<Sent> {
    const bytes = new Uint8Array(await toBrotli(plain.bytes, { params }));
    return { bytes, headers: { vary, etag: `"${tag}-br"`, "content-encoding": "br" } };
  }

  return {
    size: plain.bytes.length,
    sentTo: (accepts = "") => (takesBrotli(accepts) ? (small ??= squeeze()) : plain),
  };
}

/** Asked for with a weight of zero, it is refused. */
const takesBrotli = (accepts: string): boolean =>
  accepts.split(",").some((one) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one));
