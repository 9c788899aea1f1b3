import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Each page says which build it is of, so that one that has been open for long can tell that there is a newer one. */
export function nameBuild(): Plugin {
  return {
    name: "build-name",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => [
        { tag: "meta", attrs: { name: "build", content: nameOf(html, bundle) }, injectTo: "head" },
      ],
    },
  };
}

/** What is in a build is in the names of its files. */
function nameOf(html: string, bundle: object = {}): string {
  const files = Object.keys(bundle).toSorted().join("\n");
  return createHash("sha256").update(html).update(files).digest("hex").slice(0, 16);
}
