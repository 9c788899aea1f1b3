import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { drawIcon } from "./draw-icon.ts";

const icons = {
  "icon-180.png": { size: 180, isRounded: false },
  "icon-192.png": { size: 192, isRounded: true },
  "icon-512.png": { size: 512, isRounded: true },
  "icon-maskable-512.png": { size: 512, isRounded: false },
};

/** What a system that cannot draw the favicon shows for MueJam on its screens. */
export function emitIcons(): Plugin {
  return {
    name: "icons",
    apply: (_config, { isSsrBuild }) => !isSsrBuild,
    generateBundle() {
      const mark = readFileSync(join(import.meta.dirname, "../public/favicon.svg"), "utf8");
      for (const [fileName, icon] of Object.entries(icons))
        this.emitFile({ type: "asset", fileName, source: drawIcon(mark, icon) });
    },
    transformIndexHtml: () => [
      { tag: "link", attrs: { rel: "apple-touch-icon", href: "/icon-180.png" }, injectTo: "head" },
      { tag: "link", attrs: { rel: "manifest", href: "/manifest.webmanifest" }, injectTo: "head" },
    ],
  };
}
