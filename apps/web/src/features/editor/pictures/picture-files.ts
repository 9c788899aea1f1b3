/** What a picture may come as; whether it is one, the server sees by its bytes. */
const types = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];

/** As `@muejam/contracts/media` has them, whose schemas weigh more than all of this. */
export const bytesMax = 10 * 2 ** 20;
export const pixelsMax = 50_000_000;

/** Empty when nothing was chosen. */
export function pickPictures({ isMany }: { isMany: boolean }): Promise<File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = types.join();
  input.multiple = isMany;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}

export const picturesAmong = (files: Iterable<File>): File[] =>
  [...files].filter(({ type }) => type.startsWith("image/"));

/** A picture that a program wrote into its HTML itself; null for an address of somewhere else. */
export function pictureIn(source: string): Blob | null {
  const [, type = "", data = ""] = /^data:(image\/[a-z+.-]+);base64,([a-z0-9+/=\s]+)$/i.exec(source) ?? [];
  if (!types.includes(type.toLowerCase())) return null;
  try {
    return new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type });
  } catch {
    return null;
  }
}
