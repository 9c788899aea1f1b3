/** What a form holds, by name: lines of text, chosen boxes, or one box. */
export type Fields = Record<string, string | readonly string[] | boolean>;

/** By name of the field, the rule that it breaks. */
export type Wrong = Record<string, string | undefined>;

type Issues = { issues: readonly { path: readonly PropertyKey[]; code: string }[] };

/** A schema of the contracts, or what judges like one. */
export type Rule<Given> = {
  safeParse: (fields: unknown) => { success: true; data: Given } | { success: false; error: Issues };
};

/** Each kind of field as `start` has it. */
export function fieldsIn<Start extends Fields>(data: FormData, start: Start): Start {
  const read = Object.entries(start).map(([name, before]) => {
    if (typeof before === "boolean") return [name, data.has(name)];
    // A field that the form does not show keeps what it had.
    if (typeof before === "string") return [name, data.get(name) ?? before];
    return [name, data.getAll(name)];
  });
  // safe: the same names, each of the same kind.
  return Object.fromEntries(read) as Start;
}

/** The first fault of each field. */
export function wrongIn({ issues }: Issues): Wrong {
  const wrong: Wrong = {};
  for (const { path, code } of issues) wrong[String(path[0])] ??= code;
  return wrong;
}
