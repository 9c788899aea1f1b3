import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compileProject } from "@inlang/paraglide-js";
import messageFormat from "@inlang/plugin-message-format";
import { loadProjectInMemory, newProject } from "@inlang/sdk";
import { type Catalogue, readCatalogues } from "./catalogues.ts";

const out = join(import.meta.dirname, "../generated/messages");

/** A build speaks one language: no message is chosen where it runs, and no other language is carried along. */
type Language = { locale: string; format: string; direction: "ltr" | "rtl" };

const english: Language = { locale: "en", format: "en-GB", direction: "ltr" };

/** A file for each message, so that a page loads its own words and no others. */
async function compile({ locale }: Language, catalogues: readonly Catalogue[]): Promise<Record<string, string>> {
  const settings = { baseLocale: locale, locales: [locale] };
  const project = await loadProjectInMemory({ blob: await newProject({ settings }), providePlugins: [messageFormat] });
  const files = catalogues.map(({ text }) => ({ locale, content: new TextEncoder().encode(text) }));
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
const runtime = ({
  locale,
  format,
  direction,
}: Language): string => `export const experimentalStaticLocale = "${locale}";
export const getLocale = () => experimentalStaticLocale;
export const formatLocale = "${format}";
export const direction = "${direction}";
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

async function write(files: Record<string, string>): Promise<void> {
  await rm(out, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(out, file)), { recursive: true });
    await writeFile(join(out, file), text);
  }
}

const catalogues = readCatalogues();
await write({
  ...(await compile(english, catalogues)),
  "runtime.js": runtime(english),
  "registry.js": registry(english),
});
