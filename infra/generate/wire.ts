export const rootFile = "apps/server/src/rpc/root.ts";
export const composeFile = "apps/server/src/compose.ts";
export const authorisationFile = "apps/server/src/rpc/authorisation.ts";
export const doorsFile = "apps/server/src/test/doors.ts";

export function wireRouter(text: string, name: string): string {
  const wired = insertInto(text, { opening: "= router({", closing: "}", item: `${name}: ${name}Router` });
  return addImport(wired, `import { ${name}Router } from "../domains/${name}/${name}.router.ts";`);
}

export function wireJobs(text: string, name: string): string {
  const wired = insertInto(text, { opening: "export const jobs = [", closing: "]", item: `...${name}Jobs` });
  return addImport(wired, `import { ${name}Jobs } from "./domains/${name}/${name}.jobs.ts";`);
}

/** Who may enter the new doors. */
export function wireRows(text: string, name: string): string {
  const rows = [`"${name}.list": read`, `"${name}.add": write`, `"${name}.remove": ownOnly(write)`];
  return insertFirst(text, "export const procedures: Readonly<Record<string, Row>> = {", rows);
}

/** What the test of that table calls them with. */
export function wireInputs(text: string, name: string): string {
  return insertFirst(text, "export const inputs: Readonly<Record<string, (asked: Asked) => unknown>> = {", [
    `"${name}.list": () => ({})`,
    `"${name}.add": () => ({ name: randomUUID() })`,
    `"${name}.remove": async ({ world }) => ({ id: (await as(world.author).${name}.add({ name: randomUUID() })).id })`,
  ]);
}

function insertFirst(text: string, opening: string, items: readonly string[]): string {
  const [before, after, ...more] = text.split(opening);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`No "${opening}" was found to add to.`);
  return `${before}${opening}\n  ${items.join(",\n  ")},${after}`;
}

type Insertion = { opening: string; closing: string; item: string };

/** The list must be flat and stand once; anything else is for a person to judge. */
function insertInto(text: string, { opening, closing, item }: Insertion): string {
  const start = text.indexOf(opening);
  const isOnce = start !== -1 && text.indexOf(opening, start + 1) === -1;
  const end = isOnce ? text.indexOf(closing, start + opening.length) : -1;
  const inside = text.slice(start + opening.length, end);
  if (end === -1 || /[{[(]/.test(inside)) throw new Error(`No flat list after "${opening}" was found to add to.`);
  const items = [...inside.split(",").map((part) => part.trim()), item].filter((part) => part !== "");
  const [before, after] = [text.slice(0, start + opening.length), text.slice(end)];
  return inside.includes("\n")
    ? `${before}\n  ${items.join(",\n  ")},\n${after}`
    : `${before} ${items.join(", ")} ${after}`;
}

/** Where it goes does not matter: the formatter sorts. */
function addImport(text: string, line: string): string {
  const first = text.search(/^import /m);
  return first === -1 ? `${line}\n\n${text}` : `${text.slice(0, first)}${line}\n${text.slice(first)}`;
}
