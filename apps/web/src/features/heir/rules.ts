import { WishInput } from "@muejam/contracts/heir";
import type { Fields, Rule } from "../../lib/fields.ts";

export const wish: Rule<WishInput> = {
  // safe: the form's own, all of them words.
  safeParse: (fields) =>
    WishInput.safeParse({ ...(fields as Fields), afterMonths: Number((fields as Fields)["afterMonths"]) }),
};
