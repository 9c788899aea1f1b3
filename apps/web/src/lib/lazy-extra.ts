import { type ComponentType, lazy } from "react";

/** What a page can do without: where it does not come, its script or only its sheet, nothing stands in its place. */
export function lazyExtra<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy<ComponentType<Props>>(async () => {
    try {
      return { default: await load() };
    } catch {
      return { default: () => null };
    }
  });
}
