import { randomUUID } from "node:crypto";
import { Picture, pictureBytesMax } from "@muejam/contracts/media";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sitDown } from "../test/desk.ts";
import { headersOf, openWorld } from "../test/doors.ts";
import { as, ctxOf, eventsAbout, make } from "../test/harness.ts";
import { codeOf } from "../test/http.ts";
import { hang, jpeg, paint, pin, upload } from "../test/pictures.ts";

const world = await openWorld();
const { db } = ctxOf(make.system());

test("a picture comes and is drawn anew: turned upright, in three widths, and nothing else of it", async () => {
  const { token, member } = await world.enter();
  const exif = { IFD0: { Artist: "somebody", Copyright: "home" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "54/1" } };
  const sent = await paint(2000, 1000).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(sent.includes("somebody")).toBe(true);
  const answer = await world.request("/media", upload(bytesOf(sent), headersOf(token)));
  const { id, width, height } = Picture.parse(await answer.json());
  expect({ status: answer.status, width, height }).toEqual({ status: 200, width: 1000, height: 2000 });
  expect(await eventsAbout(id)).toEqual([{ name: "media.added", data: { mediaId: id } }]);
  const row = await db.media.findUniqueOrThrow({ where: { id }, include: { renditions: true } });
  expect(row.ownerId).toBe(member.profileId);

  const widths = [480, 960, 1600];
  const seen = await Promise.all(
    widths.map(async (asked) => {
      const picture = await world.request(`/media/${id}/${asked}`, { headers: headersOf(token) });
      expect(picture.headers.get("content-type")).toBe("image/webp");
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect(bytes.includes("somebody") || bytes.includes("EXIF") || bytes.includes("ICCP")).toBe(false);
      const { exif: kept, orientation, format, ...told } = await sharp(bytes).metadata();
      expect({ kept, orientation, format }).toEqual({ kept: undefined, orientation: undefined, format: "webp" });
      return [told.width, told.height];
    }),
  );
  expect(seen).toEqual([
    [480, 960],
    [960, 1920],
    [1000, 2000],
  ]);
});

test("a small one is never made larger, and answers to every width", async () => {
  const { token } = await world.enter();
  const { id } = await send(token, await jpeg(64, 48));
  const answer = await world.request(`/media/${id}/1600`, { headers: headersOf(token) });
  expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 64, height: 48 });
});

test.each(["jpeg", "png", "webp", "gif", "avif"] as const)(
  "%s is a picture, whatever its header says",
  async (kind) => {
    const { token } = await world.enter();
    const bytes = bytesOf(await paint(40, 30).toFormat(kind).toBuffer());
    const answer = await world.request("/media", upload(bytes, { ...headersOf(token), "content-type": "text/html" }));
    expect(await answer.json()).toMatchObject({ width: 40, height: 30 });
  },
);

test("a repeat under the same key is the same picture; another one under it is refused", async () => {
  const { token } = await world.enter();
  const headers = { ...headersOf(token), "idempotency-key": randomUUID() };
  const bytes = bytesOf(await jpeg(50, 40));
  const ask = (body: Uint8Array<ArrayBuffer>) => world.request("/media", upload(body, headers));
  const [first, second] = await Promise.all([ask(bytes), ask(bytes)]);
  expect(await first.json()).toEqual(await second.json());
  expect(await codeOf(await ask(bytesOf(await jpeg(51, 40))))).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
});

test("in a draft only those with a right to it see it; to everybody else it is nothing", async () => {
  const { token, member } = await world.enter();
  const picture = await send(token, await jpeg());
  await pin(await sitDown(member), picture);
  const look = async (id: string, bearer: string | null) =>
    without(await (await world.request(`/media/${id}/960`, { headers: headersOf(bearer) })).text());
  for (const bearer of Object.values(world.bearers)) {
    const told = await look(picture.id, bearer);
    expect(told).toMatch(/"code":"(NOT_FOUND|SCOPE_MISSING)"/);
    expect(told).toBe(await look(randomUUID(), bearer));
  }
  const mine = await world.request(`/media/${picture.id}/960`, { headers: headersOf(token) });
  expect([mine.status, mine.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
});

test("in a chapter for everybody it is everybody's, kept for ever by whoever has it, until it is taken back", async () => {
  const { member } = await world.enter();
  const { picture, story, number, chapterId } = await hang(member);
  const page = await as(make.visitor()).reading.chapter({ ref: story.ref, number });
  const [, path = ""] = /<img src="([^"]+)"/.exec(page.html) ?? [];
  expect(path).toBe(`/media/${picture.id}/960`);
  const first = await world.request(path);
  const etag = first.headers.get("etag") ?? "";
  const { "x-request-id": _, ...headers } = Object.fromEntries(first.headers);
  expect(headers).toEqual({
    "cache-control": "public, max-age=31536000, s-maxage=60, immutable",
    "content-disposition": "inline",
    "content-length": `${(await first.arrayBuffer()).byteLength}`,
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "content-type": "image/webp",
    etag: `"${picture.id}-960"`,
    vary: "authorization, x-acting-profile",
  });
  const again = await world.request(path, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await world.request(`/media/${picture.id}/961`)).status).toBe(404);
  await as(member).edition.unpublish({ chapterId });
  expect((await world.request(path, { headers: { "if-none-match": etag } })).status).toBe(404);
});

test("what is no picture is refused in words, and nobody sends without end", async () => {
  const { token } = await world.enter();
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const refused = await world.request("/media", upload(svg, { ...headersOf(token), "content-type": "image/svg+xml" }));
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    error: { code: "MEDIA_KIND_REFUSED", issues: [{ path: "picture", rule: "kind" }] },
  });
  for (let sent = 1; sent < 60; sent += 1) await world.request("/media", upload(svg, headersOf(token)));
  const late = await world.request("/media", upload(svg, headersOf(token)));
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await codeOf(late)).toEqual([429, "RATE_LIMITED"]);
});

test("what is too large is refused, whether its length is told or not", async () => {
  const { token } = await world.enter();
  const whole = new Uint8Array(pictureBytesMax + 1);
  const told = await world.request(
    "/media",
    upload(whole, { ...headersOf(token), "content-length": `${whole.length}` }),
  );
  expect(await codeOf(told)).toEqual([413, "MEDIA_TOO_LARGE"]);
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      pulled += 1;
      stream.enqueue(new Uint8Array(2 ** 20));
    },
  });
  const init = { ...upload(whole, headersOf(token)), body: endless, duplex: "half" as const };
  expect(await codeOf(await world.request("/media", init))).toEqual([413, "MEDIA_TOO_LARGE"]);
  expect(pulled).toBeLessThan(14);
});

test("of a sender's slow pictures three are held, and one's own do not shut out another", async () => {
  const [{ token }, other] = [await world.enter(), await world.enter()];
  const slow = await Promise.all([1, 2, 3].map(() => sendSlowly(token)));
  expect(await codeOf(await world.request("/media", upload(bytesOf(await jpeg()), headersOf(token))))).toEqual([
    503,
    "OVERLOADED",
  ]);
  await expect(send(other.token, await jpeg())).resolves.toMatchObject({ width: 64 });
  for (const { finish, answer } of slow) {
    finish();
    expect(await codeOf(await answer)).toEqual([400, "MEDIA_KIND_REFUSED"]);
  }
  await expect(send(token, await jpeg())).resolves.toMatchObject({ width: 64 });
});

test("a large picture goes out piece by piece, as it is taken", async () => {
  const { token } = await world.enter();
  const noise = { create: { width: 1000, height: 1000, channels: 3, background: "#888" } } as const;
  const grainy = sharp({ ...noise, create: { ...noise.create, noise: { type: "gaussian", mean: 128, sigma: 90 } } });
  const { id } = await send(token, await grainy.jpeg({ quality: 95 }).toBuffer());
  const ask = () => world.request(`/media/${id}/1600`, { headers: headersOf(token) });
  const { bytes: kept } = await db.mediaRendition.findFirstOrThrow({ where: { mediaId: id, width: 1600 } });
  expect(kept.length).toBeGreaterThan(2 * 256 * 1024);
  expect(Buffer.from(await (await ask()).arrayBuffer()).equals(kept)).toBe(true);
  const reader = (await ask()).body?.getReader();
  expect((await reader?.read())?.value?.length).toBe(256 * 1024);
  await reader?.cancel();
});

/** Told once somebody has begun to read it. */
function sendSlowly(token: string): Promise<{ finish: () => void; answer: Promise<Response> }> {
  return new Promise((resolve) => {
    const body = new ReadableStream<Uint8Array>(
      { pull: (stream) => new Promise(() => resolve({ finish: () => stream.close(), answer })) },
      { highWaterMark: 0 },
    );
    const init = { ...upload(new Uint8Array(), headersOf(token)), body, duplex: "half" as const };
    const answer = Promise.resolve(world.request("/media", init));
  });
}

async function send(token: string, bytes: Uint8Array): Promise<Picture> {
  return Picture.parse(await (await world.request("/media", upload(bytesOf(bytes), headersOf(token)))).json());
}

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const without = (text: string) => text.replace(/"requestId":"[^"]*"/, "");
