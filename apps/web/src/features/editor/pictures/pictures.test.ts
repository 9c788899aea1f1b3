// @vitest-environment jsdom
import type { Document, Figure } from "@muejam/prose/document";
import { figuresIn } from "@muejam/prose/figures";
import { validate } from "@muejam/prose/validate";
import { redo, undo } from "@tiptap/pm/history";
import { beforeEach, expect, test, vi } from "vitest";
import { chapter, paragraph } from "../../../test/draft-server.ts";
import { openEditor } from "../../../test/open-editor.ts";
import { makePictureServer } from "../../../test/picture-server.ts";
import * as acts from "./picture-acts.ts";
import { openDesk } from "./picture-desk.ts";
import { pictures, takePictures } from "./pictures.ts";

beforeEach(() => {
  URL.createObjectURL = () => "blob:here";
  URL.revokeObjectURL = () => undefined;
});

const [one, two] = ["a000000001", "a000000002"];
const lamp = new File(["a lamp"], "lamp.png", { type: "image/png" });
const asked = new Set<string>();

function open(content: Document = chapter(paragraph("One", one), paragraph("Two", two))) {
  const server = makePictureServer();
  const box = server.open();
  const at = (id: string) => {
    asked.add(id);
    return Promise.resolve(`blob:${id}`);
  };
  const desk = openDesk(box, { at, close: () => undefined });
  const opened = openEditor(content, [pictures(desk)]);
  const figures = () => [...figuresIn(opened.read())];
  const put = () => takePictures(opened.editor.view, desk, [lamp]);
  return { ...opened, server, box, desk, figures, put };
}

const figure = (id: string, alt: string | null = null): Figure => ({
  type: "figure",
  attrs: { id, dir: null, lang: null, media: "id-7", alt, width: 640, height: 480 },
});
const typesOf = ({ content }: Document) => content.map(({ type }) => type);

test("a picture stands in the text at once, selected and undescribed, and gets the server's name and size", async () => {
  const { caret, put, figures, read, editor } = open();
  caret(2);
  put();
  expect(typesOf(read())).toEqual(["paragraph", "figure", "paragraph"]);
  expect(figures()[0]?.attrs).toMatchObject({ alt: null, width: null });
  expect(acts.isSelected(editor.state)).toBe(true);
  await vi.waitUntil(() => figures()[0]?.attrs.media === "id-1");
  expect(figures()[0]?.attrs).toMatchObject({ width: 640, height: 480 });
  expect(validate(read())).toMatchObject({ ok: true });
});

test("what was put in is taken back in one step, done again, and never loses the server's name", async () => {
  const { act, caret, put, figures, read } = open();
  caret(2);
  put();
  act(undo);
  expect(figures()).toEqual([]);
  act(redo);
  await vi.waitUntil(() => figures()[0]?.attrs.media === "id-1");
  act(undo);
  expect(typesOf(read())).toEqual(["paragraph", "paragraph"]);
  act(redo);
  expect(figures()[0]?.attrs.media).toBe("id-1");
});

test("a picture that was removed while it was sent comes back with its name", async () => {
  const { act, caret, put, figures, box } = open();
  caret(2);
  put();
  act(acts.removePicture(figures()[0]?.attrs.id ?? ""));
  expect(figures()).toEqual([]);
  await vi.waitUntil(() => [...box.read().values()].every(({ picture }) => picture));
  act(undo);
  expect(figures()[0]?.attrs.media).toBe("id-1");
});

test("a refused picture leaves this device with the text, and comes back with it", async () => {
  const { act, caret, put, figures, box, server } = open();
  server.world.weather = "refused";
  caret(2);
  put();
  await vi.waitUntil(() => [...box.read().values()].every(({ error }) => error));
  expect(server.device.size).toBe(1);
  act(acts.removePicture(figures()[0]?.attrs.id ?? ""));
  await vi.waitUntil(() => server.device.size === 0);
  act(undo);
  await vi.waitUntil(() => server.device.size === 1);
  expect([...box.read().values()]).toMatchObject([{ isKept: true, file: lamp }]);
});

test("one that is refused when it is no longer in the text is not kept either", async () => {
  const { act, caret, put, figures, server } = open();
  server.world.weather = "refused";
  caret(2);
  put();
  act(acts.removePicture(figures()[0]?.attrs.id ?? ""));
  await vi.waitUntil(() => server.device.size === 1);
  await vi.waitFor(() => expect(server.device.size).toBe(0));
});

test("what it shows is said by the name of its block, and undoing takes it back", () => {
  const { act, caret, figures } = open(chapter(paragraph("One", one), figure(two)));
  caret(2);
  expect(act(acts.describe(two, "A lamp on the quay"))).toBe(true);
  expect(figures()[0]?.attrs.alt).toBe("A lamp on the quay");
  act(undo);
  expect(figures()[0]?.attrs.alt).toBe(null);
  expect(act(acts.describe(two, ""))).toBe(true);
  expect(figures()[0]?.attrs.alt).toBe("");
  expect(act(acts.describe("a000000009", "Gone"))).toBe(false);
});

test("another picture in its place is undescribed again, and keeps the caption", () => {
  const captioned = { ...figure(two, "A lamp"), content: [{ type: "text" as const, text: "The quay" }] };
  const { act, figures } = open(chapter(captioned));
  act(acts.replacePicture(two, "id-8"));
  expect(figures()).toMatchObject([
    { attrs: { media: "id-8", alt: null, width: null }, content: [{ text: "The quay" }] },
  ]);
});

test("the arrows go onto a picture, into its caption and out of it; letters are its caption", () => {
  const { act, caret, editor, press, type, figures, read } = open(
    chapter(paragraph("One", one), figure(two), paragraph("Two")),
  );
  caret(4);
  expect(act(acts.stepOntoPicture(1))).toBe(true);
  expect(acts.isSelected(editor.state)).toBe(true);
  expect(act(acts.writeCaption("The"))).toBe(true);
  type(" quay");
  expect(figures()[0]?.content).toEqual([{ type: "text", text: "The quay" }]);
  press("Enter");
  type("Then. ");
  expect(read().content.map((block) => ("content" in block ? JSON.stringify(block.content) : ""))[2]).toContain(
    "Then. Two",
  );
  caret(6);
  expect(act(acts.stepOntoPicture(-1))).toBe(true);
  expect(act(acts.stepFromPicture(-1))).toBe(true);
  type("!");
  expect(JSON.stringify(read().content[0])).toContain("One!");
});

test("a press on a picture selects it where it stands, or its button would be gone from under the press", () => {
  const { editor } = open(chapter(figure(one), paragraph("Two", two)));
  const scrolls: boolean[] = [];
  editor.on("transaction", ({ transaction }) => scrolls.push(transaction.scrolledIntoView));
  const button = editor.view.dom.querySelector("figure button");
  button?.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
  expect(acts.isSelected(editor.state)).toBe(true);
  expect(scrolls).toEqual([false]);
});

test("a picture that stands first lets one write before it, and goes past its neighbours", () => {
  const { act, type, read } = open(chapter(figure(one), paragraph("Two", two)));
  act(acts.selectPicture(0));
  act(acts.movePicture(1));
  expect(typesOf(read())).toEqual(["paragraph", "figure"]);
  act(acts.movePicture(-1));
  expect(typesOf(read())).toEqual(["figure", "paragraph"]);
  act(acts.stepFromPicture(-1));
  type("Before");
  expect(typesOf(read())).toEqual(["paragraph", "figure", "paragraph"]);
});

test("Enter on a picture asks for its panel, Delete removes it, and nothing else does either", () => {
  const { act, editor, press, figures } = open(chapter(paragraph("One", one), figure(two)));
  let asks = 0;
  editor.view.dom.addEventListener("picture-panel", () => void (asks += 1));
  act(acts.selectPicture(5));
  press("Enter");
  expect([asks, figures().length]).toEqual([1, 1]);
  press("Delete");
  expect(figures()).toEqual([]);
});

test("each is shown from this device or in its reader's name, and told of by its description", async () => {
  const { editor } = open(chapter(figure(one, "A lamp"), paragraph("Two", two)));
  const shown = editor.view.dom.querySelector("figure");
  expect(shown?.querySelector("img")?.alt).toBe("Picture: A lamp");
  await vi.waitUntil(() => shown?.querySelector("img")?.getAttribute("src") === "blob:id-7");
  expect(asked).toContain("id-7");
});

test("a picture of another device says so, and none is asked for", () => {
  const elsewhere = { ...figure(one), attrs: { ...figure(one).attrs, media: "here-0" } };
  const { editor } = open(chapter(elsewhere));
  expect(editor.view.dom.querySelector(".picture-told")?.textContent).toMatch(/still on the device/);
  expect(asked).not.toContain("here-0");
});

test("pasted words bring the pictures whose bytes came along, and describe the others", async () => {
  const { caret, editor, figures, read } = open();
  caret(4);
  const inside = `data:image/png;base64,${btoa("a lamp")}`;
  editor.view.pasteHTML(
    `<p>Before</p><figure><img src="${inside}" alt="A lamp"><figcaption>The quay</figcaption></figure>` +
      `<p>Between <img src="https://example.test/x.png" alt="A gull"></p><p><img src="${inside}"></p><p>After</p>`,
  );
  expect(figures().map(({ attrs, content }) => [attrs.alt, content])).toEqual([
    ["A lamp", [{ type: "text", text: "The quay" }]],
    [null, undefined],
  ]);
  expect(JSON.stringify(read())).toContain("Between [A gull]");
  await vi.waitUntil(() => figures().every(({ attrs }) => attrs.media.startsWith("id-")));
  expect(validate(read())).toMatchObject({ ok: true });
});

test("a picture that is cut and pasted here is the same picture with the same words", () => {
  const { editor, figures } = open(chapter(figure(one, "A lamp"), paragraph("Two", two)));
  const { dom } = editor.view.serializeForClipboard(editor.state.doc.slice(0, editor.state.doc.content.size));
  editor.commands.setTextSelection(4);
  editor.view.pasteHTML(dom.innerHTML);
  expect(figures().map(({ attrs: { media, alt, width } }) => [media, alt, width])).toEqual([
    ["id-7", "A lamp", 640],
    ["id-7", "A lamp", 640],
  ]);
});
