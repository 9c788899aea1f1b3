import { pictureIn } from "../pictures/picture-files.ts";
import { all } from "./dom.ts";
import { inert, isOurs } from "./pasted-html.ts";

/**
 * Where the bytes of a picture came along, in its address or as a file beside the words, it becomes a figure with the
 * name that `take` gives it. One that stands elsewhere is not fetched: its description stays, as `describePictures` has it.
 */
export function placePastedPictures(html: string, files: readonly File[], take: (file: Blob) => string): string {
  const safe = inert(html);
  if (!/<img\b/i.test(safe) || isOurs(safe)) return html;
  const { body } = new DOMParser().parseFromString(safe, "text/html");
  const images = all<HTMLImageElement>(body, "img").map((image) => ({ image, file: pictureIn(image.src) }));
  const others = images.filter(({ file }) => !file);
  // Programs that put files beside the words put all of them, in their order.
  const beside = others.length === files.length ? files : [];
  for (const [index, other] of others.entries()) other.file = beside[index] ?? null;
  for (const { image, file } of images.toReversed()) if (file) place(image, take(file));
  return body.innerHTML;
}

function place(image: HTMLImageElement, media: string): void {
  const figure = image.ownerDocument.createElement("figure");
  figure.dataset["media"] = media;
  const around = image.closest("figure");
  const caption = around?.querySelector("figcaption");
  const line = image.closest("p,h1,h2,h3,h4,h5,h6");
  if (around) around.replaceWith(figure);
  else if (line) line.after(figure);
  else image.replaceWith(figure);
  image.removeAttribute("src");
  if (image.alt.trim() === "") image.removeAttribute("alt");
  figure.append(image, ...(caption ? [caption] : []));
}
