import { z } from "zod";

/** What no database keeps and no reader sees: NUL and other controls, halves of letters, marks that turn a line around. */
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const unfitButBreaks = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** Something to see: no name is made of marks that take no room. */
const isSeen = (text: string) => /[^\p{Cf}\p{Z}\p{M}\u115f\u1160\u3164\uffa0]/u.test(text);

/** One line of somebody's own words. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .normalize("NFC")
    .min(min)
    .max(max)
    .refine((text) => !unfit.test(text) && (text === "" || isSeen(text)));

/** Some lines of somebody's own words. */
export const lines = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n"))
    .pipe(
      z
        .string()
        .trim()
        .normalize("NFC")
        .max(max)
        .refine((text) => !unfitButBreaks.test(text)),
    );
