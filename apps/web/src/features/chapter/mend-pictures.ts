import type { fetchAs } from "../../lib/fetch-as.ts";
import { openPrivatePictures } from "../../lib/private-pictures.ts";

/** Answers with what ends it. A picture that does not come either way leaves its description where it stood. */
export function mendPictures(prose: HTMLElement, fetch: ReturnType<typeof fetchAs>): () => void {
  const pictures = openPrivatePictures(fetch);
  const asked = new WeakSet<HTMLImageElement>();

  async function mend(image: HTMLImageElement): Promise<void> {
    const { media } = image.dataset;
    if (!media || asked.has(image)) return;
    asked.add(image);
    const address = await pictures.at(media);
    image.removeAttribute("srcset");
    image.src = address;
  }

  const hear = ({ target }: Event) => {
    if (target instanceof HTMLImageElement) mend(target).catch(() => undefined);
  };
  prose.addEventListener("error", hear, true);
  for (const image of prose.querySelectorAll("img"))
    if (image.complete && image.naturalWidth === 0) mend(image).catch(() => undefined);
  return () => {
    prose.removeEventListener("error", hear, true);
    pictures.close();
  };
}
