import { z } from "zod";

/** Why, as a code: it stays in the audit for ever, so it names a case or a rule and tells nothing of a person. */
export const Purpose = z.string().regex(/^[a-z][a-z0-9_.:-]{2,99}$/);
