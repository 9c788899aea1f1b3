import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { createSqueezer } from "./squeeze.ts";

const page = { text: "<p>The lantern went out over the harbour.</p>".repeat(200), etag: '"one"' };
const textOf = (body: Uint8Array | string) => (typeof body === "string" ? body : brotliDecompressSync(body).toString());

test("whoever takes Brotli gets the same words smaller, under a tag of their own", async () => {
  const squeeze = createSqueezer();
  const [plain, small] = [await squeeze(page, "gzip"), await squeeze(page, "gzip, deflate, br")];
  expect(plain).toEqual({ body: page.text, etag: '"one"', headers: { vary: "accept-encoding" } });
  expect(small).toMatchObject({ etag: '"one-br"', headers: { vary: "accept-encoding", "content-encoding": "br" } });
  expect(textOf(small.body)).toBe(page.text);
  expect(small.body.length).toBeLessThan(page.text.length / 10);
});

test.each(["br;q=0", "gzip, br; q=0.0", "x-br", "gzip"])(
  "whoever takes %j gets the words as they are",
  async (accepts) => {
    expect(await createSqueezer()(page, accepts)).toMatchObject({ body: page.text, etag: page.etag });
  },
);

test.each(["br", "BR;q=0.5", "gzip;q=0, br ;q=1"])("whoever takes %j gets them smaller", async (accepts) => {
  expect((await createSqueezer()(page, accepts)).headers).toMatchObject({ "content-encoding": "br" });
});

test("a page is made small once, however many ask at the same time, and again when there was no room", async () => {
  const squeeze = createSqueezer(100);
  const [first, second] = await Promise.all([squeeze(page, "br"), squeeze(page, "br")]);
  expect(first.body).toBe(second.body);
  for (const name of ["two", "three", "four"]) {
    const crowded = { text: `${page.text}${name}${"x".repeat(page.text.length)}`, etag: `"${name}"` };
    expect(textOf((await squeeze(crowded, "br")).body)).toBe(crowded.text);
  }
  expect((await squeeze(page, "br")).body).not.toBe(first.body);
});
