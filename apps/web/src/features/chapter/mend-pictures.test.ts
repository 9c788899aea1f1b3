// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from "vitest";
import { mendPictures } from "./mend-pictures.ts";

function open(answer: () => Response) {
  const made: string[] = [];
  URL.createObjectURL = () => `blob:${made.push("") - 1}`;
  const gone: string[] = [];
  URL.revokeObjectURL = (address) => void gone.push(String(address));
  const prose = document.createElement("div");
  prose.innerHTML = `<figure><img src="/media/x/960" srcset="/media/x/480 480w" data-media="x" alt="A lamp"></figure>`;
  const asked: string[] = [];
  const stop = mendPictures(prose, async (input) => {
    if (typeof input === "string") asked.push(input);
    return answer();
  });
  onTestFinished(stop);
  const image = prose.querySelector("img");
  if (!image) throw new Error("There is no picture.");
  return { image, asked, gone, stop };
}

test("a picture that its address does not answer is fetched by its reader's name, once, and let go at the end", async () => {
  const { image, asked, gone, stop } = open(() => new Response(new Blob(["a lamp"])));
  image.dispatchEvent(new Event("error"));
  image.dispatchEvent(new Event("error"));
  await vi.waitUntil(() => image.getAttribute("src") === "blob:0");
  expect(image.hasAttribute("srcset")).toBe(false);
  expect(asked).toEqual(["/media/x/960"]);
  stop();
  await vi.waitUntil(() => gone.length === 1);
});

test("one that does not come either way leaves what it shows in its place", async () => {
  const refused = { error: { code: "NOT_FOUND", message: "This is not here.", requestId: "r" } };
  const { image, asked } = open(() => Response.json(refused, { status: 404 }));
  image.dispatchEvent(new Event("error"));
  await vi.waitUntil(() => asked.length === 1);
  expect([image.getAttribute("src"), image.alt]).toEqual(["/media/x/960", "A lamp"]);
});
