import { Role } from "@muejam/contracts/account";
import { ByHandle } from "@muejam/contracts/profile";
import { Purpose } from "@muejam/contracts/purpose";
import type { Fields, Rule } from "../../lib/fields.ts";
import { acts, type FaceAct } from "./acts.ts";

const Named = ByHandle.extend({ purpose: Purpose });

export const reason = Named.pick({ purpose: true });
export const newRole = Named.extend({ role: Role });
export type NewRole = ReturnType<typeof newRole.parse>;

export type Act = { handle: string; purpose: string; act: FaceAct };

export const act: Rule<Act> = {
  safeParse: (fields) => {
    const judged = Named.safeParse(fields);
    if (!judged.success) return judged;
    // safe: the form's own, all of them words.
    const chosen = acts.find((one) => one === (fields as Fields)["act"]) ?? "hold";
    return { success: true, data: { ...judged.data, act: chosen } };
  },
};
