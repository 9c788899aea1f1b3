import { formatLocale as locale } from "#locale";
import { m } from "#messages";

const timeOf = new Intl.DateTimeFormat(locale, { timeStyle: "medium" });
const shortTimeOf = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
const dayOf = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const dateOf = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const weekdayOf = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const languageOf = new Intl.DisplayNames(locale, { type: "language" });
const number = new Intl.NumberFormat(locale);
const { compare } = new Intl.Collator(locale);
const both = new Intl.ListFormat(locale, { type: "conjunction" });

const minute = 60_000;
const hour = 60 * minute;

export const formatShortTime = (at: string | number) => shortTimeOf.format(new Date(at));
export const formatTime = (at: string | number) => timeOf.format(new Date(at));
export const formatDay = (at: string | number) => dayOf.format(new Date(at));
/** The same day wherever it is read, since the server writes it before anybody's zone is known. */
export const formatDate = (at: string) => dateOf.format(new Date(at));
/** Likewise, with its weekday and without its year. */
export const formatWeekday = (at: string) => weekdayOf.format(new Date(at)).replace(",", "");
export const formatNumber = (value: number) => number.format(value);
/** "14 min", "5 h 20 min"; never nothing, and never a number without its unit at the end of a line. */
export function formatMinutes(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return [
    hours > 0 ? m.format_hours({ hours: formatNumber(hours) }) : "",
    rest > 0 ? m.format_minutes({ minutes: formatNumber(rest) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
/** As a reader looks through a list: by what each is called. */
export const inOrderOf = <Item>(nameOf: (item: Item) => string, items: readonly Item[]): Item[] =>
  items.toSorted((one, other) => compare(nameOf(one), nameOf(other)));
export const formatList = (names: readonly string[]) => both.format(names);

/** A language's name; its code when it is not one. */
export function formatLanguage(code: string): string {
  try {
    return languageOf.of(code) ?? code;
  } catch {
    return code;
  }
}

/** The zone the visitor's times are shown in, such as Europe/Dublin. */
export const zoneName = () => timeOf.resolvedOptions().timeZone;

/** "2 h ago" up to a day, then the day. Five-second steps, so that it does not tick. */
export function formatAgo(at: string, now: number): string {
  const age = Math.max(0, now - Date.parse(at));
  if (age < 5_000) return m.format_just_now();
  if (age < minute) return m.format_seconds_ago({ seconds: formatNumber(Math.floor(age / 5_000) * 5) });
  if (age < hour) return m.format_minutes_ago({ minutes: formatNumber(Math.floor(age / minute)) });
  if (age < 24 * hour) return m.format_hours_ago({ hours: formatNumber(Math.floor(age / hour)) });
  return formatDay(at);
}

export const isSameDay = (one: string | number, other: string | number) => formatDay(one) === formatDay(other);
