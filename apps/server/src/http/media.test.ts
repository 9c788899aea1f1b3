import { randomUUID } from "node:crypto";
import { Picture, pictureBytesMax } from "@muejam/contracts/media";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sitDown } from "../test/desk.ts";
import { headersOf, openWorld } from "../test/doors.ts";
import { as, ctxOf, eventsAbout, make } from "../test/harness.ts";
import { codeOf } from "../test/http.ts";
import { figureOf, jpeg, paint, upload } from "../test/pictures.ts";

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
  const { chapterId } = await sitDown(member);
  const save = { chapterId, journalId: randomUUID(), seq: 0, baseVersion: 0, docVersion: 2 };
  await as(member).draft.save({ ...save, placed: [{ after: null, block: figureOf(picture) }] });
  const nothing = await world.request(`/media/${randomUUID()}/960`);
  const unknown = without(await nothing.text());
  for (const bearer of Object.values(world.bearers)) {
    const answer = await world.request(`/media/${picture.id}/960`, { headers: headersOf(bearer) });
    const isOutOfScope = bearer === world.bearers.writeKey || bearer === world.bearers.moderateKey;
    const said = without(await answer.text());
    expect([answer.status, isOutOfScope || said]).toEqual(isOutOfScope ? [403, true] : [404, unknown]);
  }
  const mine = await world.request(`/media/${picture.id}/960`, { headers: headersOf(token) });
  expect([mine.status, mine.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
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

async function send(token: string, bytes: Uint8Array): Promise<Picture> {
  return Picture.parse(await (await world.request("/media", upload(bytesOf(bytes), headersOf(token)))).json());
}

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const without = (text: string) => text.replace(/"requestId":"[^"]*"/, "");
