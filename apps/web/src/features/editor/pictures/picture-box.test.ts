import { pictureBytesMax, picturePixelsMax } from "@muejam/contracts/media";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makePictureServer } from "../../../test/picture-server.ts";
import { isOwnName, isUnsent, uuidOf } from "./picture-box.ts";
import { bytesMax, pixelsMax } from "./picture-files.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lamp = new Blob(["a lamp"], { type: "image/png" });
const settle = () => vi.advanceTimersByTimeAsync(0);

test("a picture is kept on this device, sent under a name of its own, and gets the server's", async () => {
  const { open, stored, device } = makePictureServer();
  const box = open();
  const key = box.add(lamp);
  expect(isOwnName(key)).toBe(true);
  expect(uuidOf(key)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(box.read().get(key)).toMatchObject({ file: lamp, picture: null, isKept: false });
  await settle();
  expect(box.read().get(key)).toMatchObject({ picture: { id: "id-1", width: 640, height: 480 }, isKept: true });
  expect(stored.size).toBe(1);
  expect(device.get(key)?.file.size).toBe(0);
});

test("it is never sent before it is kept, nor forgotten before it is known to be there", async () => {
  const { open, device, world } = makePictureServer();
  world.weather = "request-lost";
  const box = open();
  const key = box.add(lamp);
  await settle();
  expect(device.get(key)).toMatchObject({ file: lamp, picture: null });
  expect([...box.read().values()].filter(isUnsent)).toHaveLength(1);
});

test.each(["request-lost", "answer-lost"] as const)(
  "with the %s it goes out again, and the server has it once",
  async (weather) => {
    const { open, stored, world } = makePictureServer();
    world.weather = weather;
    const box = open();
    const key = box.add(lamp);
    await vi.advanceTimersByTimeAsync(3500);
    expect(box.read().get(key)?.picture).toBe(null);
    world.weather = "fair";
    await vi.advanceTimersByTimeAsync(1000);
    expect(box.read().get(key)?.picture?.id).toBe("id-1");
    expect(stored.size).toBe(1);
  },
);

test("what a closed page could not send, the next one does, in the order in which it came", async () => {
  const { open, stored, world } = makePictureServer();
  world.weather = "answer-lost";
  const first = open();
  const keys = [first.add(lamp), first.add(new Blob(["a quay"]))];
  await settle();
  first.close();
  await vi.advanceTimersByTimeAsync(60_000);
  world.weather = "fair";
  const second = open();
  await settle();
  expect(keys.map((key) => second.read().get(key)?.picture?.id)).toEqual(["id-1", "id-2"]);
  expect([...stored.keys()]).toEqual(keys.map(uuidOf));
});

test("a page that opens later still knows what the server called it", async () => {
  const { open } = makePictureServer();
  const key = open().add(lamp);
  await settle();
  expect(open().read().get(key)?.picture?.id).toBe("id-1");
});

test("a refused one says why and is not sent again; the next one goes", async () => {
  const { open, world } = makePictureServer();
  world.weather = "refused";
  const box = open();
  const refused = box.add(lamp);
  await settle();
  expect(box.read().get(refused)?.error).toEqual(new Error("refused"));
  world.weather = "fair";
  const next = box.add(lamp);
  await settle();
  expect(box.read().get(refused)?.picture).toBe(null);
  expect(box.read().get(next)?.picture?.id).toBe("id-1");
});

test("nothing goes out in the name of somebody who may have gone; whoever comes back wakes it", async () => {
  const { open, world, sentCount } = makePictureServer();
  world.weather = "held";
  const box = open();
  const key = box.add(lamp);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sentCount()).toBe(0);
  world.weather = "fair";
  box.wake();
  await settle();
  expect(box.read().get(key)?.picture?.id).toBe("id-1");
});

test("a full device is told of, and the picture goes up all the same", async () => {
  const { open, world } = makePictureServer();
  world.isFull = true;
  world.weather = "held";
  const box = open();
  const key = box.add(lamp);
  await settle();
  expect(box.read().get(key)?.isKept).toBe(false);
  world.weather = "fair";
  box.wake();
  await settle();
  expect(box.read().get(key)?.picture?.id).toBe("id-1");
});

test("what is too large is known here as the server knows it", () => {
  expect([bytesMax, pixelsMax]).toEqual([pictureBytesMax, picturePixelsMax]);
});
