import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { english, languageOf } from "./languages.ts";
import { folderOf, writeMessages } from "./messages.ts";

/** The language of this build: where its words are found, and what the page says of itself before any script runs. */
export function speak(mode: string): Plugin {
  const language = languageOf(mode);
  const folder = folderOf(language);
  const isOwn = language === english;
  return {
    name: "speak",
    async config() {
      if (isOwn) return {};
      await writeMessages(language, folder);
      return {
        resolve: { alias: { "#messages": join(folder, "messages.js"), "#locale": join(folder, "runtime.js") } },
      };
    },
    async transformIndexHtml(html) {
      const { m }: { m: Record<string, () => string> } = await import(pathToFileURL(join(folder, "messages.js")).href);
      return html
        .replace(
          'lang="en-GB" dir="ltr"',
          `lang="${isOwn ? language.format : language.locale}" dir="${language.direction}"`,
        )
        .replaceAll(/%m\.(\w+)%/g, (_all, name: string) => m[name]?.() ?? name);
    },
  };
}
