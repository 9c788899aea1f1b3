import { Accent, ProfileInput, ProfileLink } from "@muejam/contracts/profile";
import type { Fields, Rule } from "../../lib/fields.ts";

export const newFace = ProfileInput;

export type Look = { accent: Accent; links: ProfileLink[] };

/** Lines that nothing was written in are no links; a fault is shown where it was made. */
export const look: Rule<Look> = {
  safeParse(fields) {
    // safe: the form's own, all of them words.
    const given = fields as Fields;
    const rows = [0, 1, 2, 3, 4].map((row) => ({ url: given[`url${row}`], label: given[`label${row}`], row }));
    const written = rows.filter(({ url, label }) => url !== "" || label !== "");
    const issues = written.flatMap(({ row, ...link }) => {
      const judged = ProfileLink.safeParse(link);
      if (judged.success) return [];
      return judged.error.issues.map(({ path, code }) => ({ path: [`${String(path[0])}${row}`], code }));
    });
    if (issues.length > 0) return { success: false, error: { issues } };
    const links = written.map((link) => ProfileLink.parse(link));
    return { success: true, data: { accent: Accent.parse(given["accent"]), links } };
  },
};
