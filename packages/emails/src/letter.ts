import { z } from "zod";

/** A mail before it has a form. One source for both parts, so that they never say different things. */
export type Letter = {
  subject: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  title: string;
  blocks: readonly Block[];
  /** What to do when somebody else caused this mail; news is caused by nobody's act on an account. */
  ifNotYou?: string;
  /** Why this person gets it. */
  because: string;
  /** Where mail of this kind is switched off. */
  unsubscribe?: string;
};

export type Block =
  | { kind: "words"; text: string }
  | { kind: "quote"; text: string }
  | { kind: "facts"; facts: readonly (readonly [label: string, value: string])[] }
  | { kind: "action"; label: string; link: string }
  | { kind: "note"; text: string };

/** Who will read it. */
export type Reader = { language: string; direction: "ltr" | "rtl"; timeZone: string };
export const englishReader: Reader = { language: "en", direction: "ltr", timeZone: "UTC" };

export type Template<S extends z.ZodType> = {
  props: S;
  fixture: z.input<S>;
  letter(props: unknown, reader: Reader): Letter;
};

export function defineTemplate<S extends z.ZodType>(template: {
  props: S;
  fixture: z.input<S>;
  write: (props: z.output<S>, when: (instant: string) => string) => Letter;
}): Template<S> {
  const { props, fixture, write } = template;
  return {
    props,
    fixture,
    letter: (given, reader) => write(props.parse(given), (instant) => inWords(instant, reader)),
  };
}

export const Link = z.url({ protocol: /^https?$/ }).max(2000);
export const Instant = z.iso.datetime();

/** A name from outside, such as a browser's: nothing in it may become a link in anybody's mail program. */
export const Label = z.string().transform((text) => {
  const words = text.replace(/[^\p{L}\p{N} ,.()'-]/gu, " ").replace(/\.(?!\d)/g, " ");
  return words.replace(/ +/g, " ").trim().slice(0, 100) || "Unknown";
});

/** What somebody wrote, as they wrote it: an unseen space keeps mail programs from making links of it. */
export const Words = z.string().transform((text) => text.replace(/(?<=\S)[.:@/](?=[\p{L}\p{N}/])/gu, "$&\u200b"));

function inWords(instant: string, { language, timeZone }: Reader): string {
  const form: Intl.DateTimeFormatOptions = { dateStyle: "long", timeStyle: "short", hourCycle: "h23", timeZone };
  const zone: Intl.DateTimeFormatOptions = { timeZone, timeZoneName: "short" };
  const locale = language === "en" ? "en-GB" : language;
  const at = new Date(instant);
  const name = new Intl.DateTimeFormat(locale, zone).formatToParts(at).find(({ type }) => type === "timeZoneName");
  return `${new Intl.DateTimeFormat(locale, form).format(at)} ${name?.value ?? timeZone}`;
}
