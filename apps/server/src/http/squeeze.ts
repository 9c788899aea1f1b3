import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const toBrotli = promisify(brotliCompress);
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
const megabyte = 1024 * 1024;

type Bytes = Uint8Array<ArrayBuffer>;
type Text = { text: string; etag: string };
export type Squeezed = { body: Bytes | string; etag: string; headers: Record<string, string> };

/**
 * Pages that are the same for all are made small once for each version. Nothing in them is secret, so that their
 * length tells nothing; what may depend on who asks never comes here.
 */
export function createSqueezer(bytesMax = 32 * megabyte) {
  const kept = new Map<string, Promise<Bytes>>();
  let bytes = 0;

  async function squeeze({ text }: Text): Promise<Bytes> {
    const small = new Uint8Array(await toBrotli(text, { params }));
    if (bytes + small.length > bytesMax) {
      // What is still asked for is soon made again.
      kept.clear();
      bytes = 0;
    }
    bytes += small.length;
    return small;
  }

  return async (page: Text, accepts: string | undefined): Promise<Squeezed> => {
    const headers = { vary: "accept-encoding" };
    if (!takesBrotli(accepts ?? "")) return { body: page.text, etag: page.etag, headers };
    const made = kept.get(page.etag) ?? squeeze(page);
    kept.set(page.etag, made);
    const body = await made;
    return { body, etag: page.etag.replace(/"$/, '-br"'), headers: { ...headers, "content-encoding": "br" } };
  };
}

/** Asked for with a weight of zero, it is refused. */
const takesBrotli = (accepts: string): boolean =>
  accepts.split(",").some((one) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one));
