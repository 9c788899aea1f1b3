import { readdirSync, readFileSync } from "node:fs";

const built = new URL("../dist/client/", import.meta.url);
const [, own = ""] = /name="build" content="(\w+)"/.exec(readFileSync(new URL("index.html", built), "utf8")) ?? [];
const hashed = /-([\w-]{8})\.(js|css)$/;
const turned = (text: string) => text.split("").toReversed().join("");
const names = readdirSync(new URL("assets", built)).filter((name) => hashed.test(name));
const later = new Map(names.map((name) => [name, name.replace(hashed, (_, hash, end) => `-${turned(hash)}.${end}`)]));
const earlier = new Map([...later].map(([before, after]) => [after, before]));
const any = new RegExp([own, ...names].map((name) => name.replaceAll(/[.$]/g, "\\$&")).join("|"), "g");

/** The same app as a build that shares no file's name with the one that is there, as after a change to all of it. */
export const secondBuild = {
  translate: (text: string): string => text.replaceAll(any, (name) => later.get(name) ?? turned(name)),
  /** What is asked of the first build in its place; null for what it does not name anew. */
  earlierPath: (path: string): string | null => {
    const name = earlier.get(path.replace("/assets/", ""));
    return name === undefined ? null : `/assets/${name}`;
  },
  isFirsts: (path: string): boolean => later.has(path.replace("/assets/", "")),
};
