import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compileProject } from "@inlang/paraglide-js";
import messageFormat from "@inlang/plugin-message-format";
import { loadProjectInMemory, newProject } from "@inlang/sdk";
import { readCatalogues } from "./catalogues.ts";
import { english, type Language } from "./languages.ts";
import { respell } from "./pseudo.ts";

/** All words in one language, in a folder that the app finds as `#messages` and `#locale`. */
export async function writeMessages(language: Language, folder: string): Promise<void> {
  const files = {
    ...(await compile(language)),
    "runtime.js": runtime(language),
    "registry.js": registry(language),
  };
  await rm(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

export const folderOf = ({ locale }: Language): string =>
  join(import.meta.dirname, "../generated", locale === english.locale ? "messages" : locale);

/** A file for each message, so that a page loads its own words and no others. */
async function compile({ locale, respell: spell }: Language): Promise<Record<string, string>> {
  const settings = { baseLocale: locale, locales: [locale] };
  const project = await loadProjectInMemory({ blob: await newProject({ settings }), providePlugins: [messageFormat] });
  const texts = readCatalogues().map(({ text }) => (spell ? respell(text, spell) : text));
  const files = texts.map((text) => ({ locale, content: new TextEncoder().encode(text) }));
  await project.importFiles({ pluginKey: messageFormat.key, files });
  const [fault] = await project.errors.get();
  if (fault) throw fault;
  const compiled = await compileProject({
    project,
    compilerOptions: { outputStructure: "message-modules", experimentalStaticLocale: JSON.stringify(locale) },
  });
  await project.close();
  return Object.fromEntries(
    Object.entries(compiled)
      .filter(([file]) => /^messages[./]/.test(file))
      .map(([file, code]) => [file, code.replace(chooser, "($1);")]),
  );
}

/** What would choose among languages, in the place of the one message there is: a tenth of all words' weight. */
const chooser = /\(\(inputs(?: = \{\})?, options = \{\}\) => \{\n[^\n]*\n\treturn (\w+)\(inputs\)\n\}\);/;

/** What compiled messages ask for. The library's own runtime also finds, keeps and changes a language: 80 kB. */
const runtime = ({ locale, format }: Language): string => `export const experimentalStaticLocale = "${locale}";
export const getLocale = () => experimentalStaticLocale;
export const formatLocale = "${format}";
/** @typedef {string} LocalizedString */
/**
 * @template A, B, C
 * @typedef {object} MessageMetadata
 */
`;

/** Made once, where the library's own are made anew for each word. */
const registry = ({ format }: Language): string => `const numbers = new Intl.NumberFormat("${format}");
const plurals = new Intl.PluralRules("${format}");
export const number = (_locale, input) => numbers.format(Number(input));
export const plural = (_locale, input) => plurals.select(Number(input));
`;

if (import.meta.main) await writeMessages(english, folderOf(english));
