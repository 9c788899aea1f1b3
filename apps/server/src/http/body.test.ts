import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { bodyOf } from "./body.ts";

const text = "<p>The lantern went out over the harbour’s edge.</p>".repeat(200);

test("whoever takes Brotli gets the same words smaller, under a tag of their own", async () => {
  const body = bodyOf(text);
  const [plain, small] = [await body.sentTo("gzip"), await body.sentTo("gzip, deflate, br")];
  expect(Buffer.from(plain.bytes).toString()).toBe(text);
  expect(plain.headers).toEqual({ vary: "accept-encoding", etag: expect.stringMatching(/^"[\w-]{22}"$/) });
  expect(brotliDecompressSync(small.bytes).toString()).toBe(text);
  expect(small.headers).toEqual({
    vary: "accept-encoding",
    etag: plain.headers.etag.replace(/"$/, '-br"'),
    "content-encoding": "br",
  });
  expect(small.bytes.length).toBeLessThan(body.size / 10);
});

test.each([undefined, "br;q=0", "gzip, br; q=0.0", "x-br", "gzip"])(
  "whoever takes %j gets the words as they are",
  async (accepts) => {
    expect((await bodyOf(text).sentTo(accepts)).headers).not.toHaveProperty("content-encoding");
  },
);

test.each(["br", "BR;q=0.5", "gzip;q=0, br ;q=1"])("whoever takes %j gets them smaller", async (accepts) => {
  expect((await bodyOf(text).sentTo(accepts)).headers).toHaveProperty("content-encoding", "br");
});

test("a page is made small once, however many ask at the same time", async () => {
  const body = bodyOf(text);
  const [first, second] = await Promise.all([body.sentTo("br"), body.sentTo("br")]);
  expect(first.bytes).toBe(second.bytes);
});

test("other words have another tag", async () => {
  expect((await bodyOf(text).sentTo("")).headers.etag).not.toBe((await bodyOf(`${text} `).sentTo("")).headers.etag);
});
