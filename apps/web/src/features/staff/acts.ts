/** What staff may do to a face; what is only for administrators comes last. */
export const acts = ["hold", "release", "verify", "unverify"] as const;
export type FaceAct = (typeof acts)[number];

export const actsOf = (roles: readonly string[]): readonly FaceAct[] =>
  roles.includes("administrator") ? acts : acts.slice(0, 2);
