import { readFileSync } from "node:fs";
import { conclude, listSourceFiles } from "./source-files.ts";

const physicalProperty =
  /(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)|(left|right)(?=\s*:)|border-(top|bottom)-(left|right)-radius)\s*:/;
const physicalValue = /(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b/;
const physicalClass =
  /(?<=["'`\s:])-?((scroll-)?[mp][lr]-|(left|right)-|border-[lr](-|(?=["'`\s]))|rounded-(l|r|tl|tr|bl|br)(-|(?=["'`\s]))|(text|float)-(left|right)(?=["'`\s]))[\w[\]./]*/;

/** Pages mirror for right-to-left readers, so nothing may be put left or right: start and end are. */
export function findPhysical(file: string, text: string): string[] {
  const patterns = file.endsWith(".css") ? [physicalProperty, physicalValue] : [physicalClass];
  return text.split("\n").flatMap((line, index) => {
    const found = patterns.map((pattern) => pattern.exec(line)?.[0]).find((match) => match !== undefined);
    return found === undefined ? [] : [`${file}:${index + 1}: "${found.trim()}" has a side; use start or end.`];
  });
}

if (import.meta.main) {
  const files = listSourceFiles().filter((file) => /^(apps\/web\/src|packages\/ui\/src)\/.*\.(css|tsx)$/.test(file));
  conclude(
    files.flatMap((file) => findPhysical(file, readFileSync(file, "utf8"))),
    `${files.length} files`,
  );
}
