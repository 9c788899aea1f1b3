import { type PassageNotice, passageNotices } from "./document.ts";
import { isSame } from "./same.ts";

/** What an attribute or a text may be. Every check here is used by the validator, the sanitiser and the renderer. */

/** Starts with a letter, so that it may be an id in HTML, in EPUB's XML and in a CSS selector. */
export function isBlockId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z][a-z0-9]{9}$/.test(value);
}

export function isDirection(value: unknown): value is "ltr" | "rtl" {
  return value === "ltr" || value === "rtl";
}

/** BCP 47 as it is usually written: language, script, region, one variant. */
export function isLanguage(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length <= 35 &&
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))?$/.test(value)
  );
}

/** An address a reader may be sent to: nothing that runs, nothing that hides where it leads. */
export function isLinkAddress(value: unknown): value is string {
  if (typeof value !== "string" || value.length > 2048 || !address.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === "" && password === "";
}

/** The name of a stored file, not an address: where it is served from is decided when it is rendered. */
export function isMediaKey(value: unknown): value is string {
  return typeof value === "string" && value.length <= 200 && /^[a-z0-9][a-z0-9_-]*([./][a-z0-9_-]+)*$/i.test(value);
}

/** Where the site serves a picture from: its own path, or an address on the web. */
export function isMediaAddress(value: string): boolean {
  return /^(https?:\/\/|\/(?!\/))[^\s\p{C}"<>\\]+$/iu.test(value);
}

export const summaryMax = 200;

export const alternativeTextMax = 1000;

/** What a picture shows; nothing, where it only decorates. */
export function isAlternativeText(value: unknown): value is string {
  return (
    typeof value === "string" &&
    (value === "" || value.trim() !== "") &&
    value.length <= alternativeTextMax &&
    isCleanText(value)
  );
}

/** One line, as neutral as its author can put it. */
export function isSummary(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value === value.trim() &&
    value !== "" &&
    value.length <= summaryMax &&
    isCleanText(value) &&
    !/[\t\n]/.test(value)
  );
}

/** At least one, each once, in the order of the list. */
export function arePassageNotices(value: unknown): value is PassageNotice[] {
  const named: unknown[] = Array.isArray(value) ? value : [];
  return (
    named.length > 0 &&
    isSame(
      passageNotices.filter((notice) => named.includes(notice)),
      value,
    )
  );
}

export function isWholeNumber(value: unknown, { min, max }: { min: number; max: number }): value is number {
  return typeof value === "number" && Number.isInteger(value) && !Object.is(value, -0) && value >= min && value <= max;
}

/** Tab and line feed are the only controls: the rest can be kept neither by Postgres nor by XML. */
export function isCleanText(value: string): boolean {
  return value.isWellFormed() && !unwanted.test(value);
}

/** The same words without what `isCleanText` refuses. */
export function cleanText(value: string): string {
  return value.toWellFormed().replace(/\r\n?/g, "\n").replace(unwantedAll, "");
}

const address = /^(https?:\/\/|mailto:)[^\s\p{C}"<>\\^`{|}]+$/iu;
// oxlint-disable-next-line no-control-regex -- the controls are what is looked for
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/;
const unwantedAll = new RegExp(unwanted, "g");
