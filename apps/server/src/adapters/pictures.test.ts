import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { AppError } from "../kernel/errors.ts";
import { pictureTypeOf } from "./picture-type.ts";
import { createPictures } from "./pictures.ts";

const pictures = createPictures();
const kinds = ["jpeg", "png", "webp", "gif", "avif"] as const;
const noise = { create: { width: 90, height: 60, channels: 3, background: "#345" } } as const;
const files = await Promise.all(
  kinds.map(async (kind) => ({
    kind,
    bytes: await sharp(noise).blur(0.5).toFormat(kind).toBuffer(),
  })),
);
const codeOf = async (bytes: Uint8Array): Promise<string> =>
  pictures.draw(bytes).then(
    () => "drawn",
    (error: unknown) => (error instanceof AppError ? error.code : Promise.reject(error)),
  );

test.each([
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'],
  ["SVG after a declaration", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ["HTML", "<!doctype html><script>alert(1)</script>"],
  ["PDF", "%PDF-1.7\n"],
  ["TIFF", "II*\0\u0008\0\0\0"],
  ["BMP", "BM6\0\0\0"],
  ["HEIC", "\0\0\0\u0018ftypheic\0\0\0\0heicmif1"],
  ["a video", "\0\0\0\u0018ftypisom\0\0\0\0isommp42"],
  ["words", "not a picture"],
  ["nothing", ""],
])("%s is no picture", async (_, text) => {
  expect(await codeOf(Buffer.from(text, "latin1"))).toBe("MEDIA_KIND_REFUSED");
});

test.each(files)("$kind is known by its bytes, and refused when it is torn", async ({ kind, bytes }) => {
  expect(pictureTypeOf(bytes)).toBe(`image/${kind}`);
  expect(await codeOf(bytes)).toBe("drawn");
  expect(await codeOf(bytes.subarray(0, bytes.length >> 1))).toBe("MEDIA_UNREADABLE");
  expect(await codeOf(bytes.subarray(0, 40))).toBe("MEDIA_UNREADABLE");
});

test("what claims to be one kind and is another is refused", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  for (const head of ["\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "GIF89a", "RIFF....WEBP", "....ftypavif"])
    expect(await codeOf(Buffer.from(head + svg, "latin1"))).toBe("MEDIA_UNREADABLE");
});

test("a picture of few bytes and very many points is refused before it is unpacked", async () => {
  const flat = { create: { width: 10_000, height: 5001, channels: 3, background: "#000" } } as const;
  const bomb = await sharp(flat).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await codeOf(bomb)).toBe("MEDIA_TOO_LARGE");
  // A header alone may claim anything.
  const claimed = Buffer.from(bomb);
  claimed.writeUInt32BE(2 ** 30, 16);
  expect(["MEDIA_TOO_LARGE", "MEDIA_UNREADABLE"]).toContain(await codeOf(claimed));
});

test("a picture that moves holds still, one in other colours is in the web's, one that is see-through stays so", async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 20, height: 20, channels: 4, background } })
      .png()
      .toBuffer();
  const both = await Promise.all([frame("#f00"), frame("#0f0")]);
  const two = await sharp(both, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(two, { animated: true }).metadata()).pages).toBe(2);
  const still = await pictures.draw(two);
  expect({ ...still, renditions: still.renditions.length }).toEqual({ width: 20, height: 20, renditions: 1 });
  const printed = await sharp(noise).toColourspace("cmyk").jpeg().toBuffer();
  const shown = await pictures.draw(printed);
  expect(await sharp(shown.renditions[0]?.bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
  const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: "#0000" } })
    .png()
    .toBuffer();
  expect(await sharp((await pictures.draw(clear)).renditions[0]?.bytes).metadata()).toMatchObject({ hasAlpha: true });
});

test("whatever becomes of a picture's bytes on the way, it is drawn or refused in our words", async () => {
  const harm = fc.record({
    file: fc.constantFrom(...files),
    cut: fc.option(fc.nat(400)),
    changes: fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 6 }),
    tail: fc.uint8Array({ maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(harm, async ({ file, cut, changes, tail }) => {
      const bytes = Buffer.concat([file.bytes.subarray(0, cut ?? undefined), tail]);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      expect(["drawn", "MEDIA_KIND_REFUSED", "MEDIA_UNREADABLE", "MEDIA_TOO_LARGE"]).toContain(await codeOf(bytes));
    }),
    { numRuns: 150 },
  );
});

test("a WebP of a hundred thousand pictures takes no longer than its first", async () => {
  const red = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#f00" } })
    .webp()
    .toBuffer();
  const started = performance.now();
  const { renditions } = await pictures.draw(moving(red, 100_000));
  expect(performance.now() - started).toBeLessThan(5000);
  const { dominant } = await sharp(renditions[0]?.bytes).stats();
  expect(dominant.r).toBeGreaterThan(dominant.g + 100);
});

test("a PNG one point wide has no more rows than another picture could have", async () => {
  const thin = (height: number) => sharp({ create: { width: 1, height, channels: 3, background: "#000" } }).png();
  expect(await codeOf(await thin(65_536).toBuffer())).toBe("MEDIA_TOO_LARGE");
  expect(await codeOf(await thin(20_000).toBuffer())).toBe("drawn");
});

/** As often as that in one file, each shown for a moment. */
function moving(picture: Buffer, times: number): Buffer {
  const frame = chunkOf(
    "ANMF",
    Buffer.concat([Buffer.from("000000000000130000130000010000" + "00", "hex"), picture.subarray(12)]),
  );
  const size = chunkOf("VP8X", Buffer.from("02000000130000130000", "hex"));
  const frames = Array.from({ length: times }, () => frame);
  return chunkOf("RIFF", Buffer.concat([Buffer.from("WEBP"), size, chunkOf("ANIM", Buffer.alloc(6)), ...frames]));
}

function chunkOf(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
