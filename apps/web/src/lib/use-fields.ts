import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { type Fields, fieldsIn, type Rule, type Wrong, wrongIn } from "./fields.ts";

type FieldsOptions<Start extends Fields, Given> = {
  /** Not with the page: rules weigh as much as a form does, and nothing has been typed yet. */
  loadRule: () => Promise<Rule<Given>>;
  /** What stands in the fields before anybody types. */
  start: Start;
  onGiven: (given: Given) => void;
};

/** The browser keeps what is typed. A field is judged when it is left, and all of them when they are sent. */
export function useFields<Start extends Fields, Given>({ loadRule, start, onGiven }: FieldsOptions<Start, Given>) {
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [isSent, setSent] = useState(false);
  useEffect(() => void loadRule(), [loadRule]);

  const read = () => fieldsIn(new FormData(form.current ?? undefined), start);
  const judge = (name: string, rule?: string) => setWrong((known) => ({ ...known, [name]: rule }));

  const complain = (found: Wrong) => {
    setWrong((known) => ({ ...known, ...found }));
    const [first] = [...(form.current?.elements ?? [])].filter((field) => (field.getAttribute("name") ?? "") in found);
    if (first instanceof HTMLElement) first.focus();
  };
  const leave = async ({ target }: FocusEvent<HTMLFormElement>) => {
    const name = target.getAttribute("name") ?? "";
    if (!(name in start)) return;
    const rule = await loadRule();
    const fields = read();
    // Whoever only passes through an empty field has made no mistake.
    if (!isSent && String(fields[name]) === "") return;
    const judged = rule.safeParse(fields);
    judge(name, judged.success ? undefined : wrongIn(judged.error)[name]);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const judged = (await loadRule()).safeParse(read());
    setSent(true);
    setWrong({});
    if (judged.success) onGiven(judged.data);
    else complain(wrongIn(judged.error));
  };

  return {
    form: {
      ref: form,
      method: "post",
      noValidate: true,
      onSubmit: (event: FormEvent) => void send(event),
      onBlur: (event: FocusEvent<HTMLFormElement>) => void leave(event),
      onChange: ({ target }: FormEvent<HTMLFormElement>) => {
        if (target instanceof HTMLElement) judge(target.getAttribute("name") ?? "");
      },
    } as const,
    /** The rule that a field breaks. */
    wrongOf: (name: keyof Start & string) => wrong[name],
    isRefused: isSent && Object.values(wrong).some(Boolean),
    complain,
    /** Back to what stood there before anybody typed. */
    empty: () => {
      form.current?.reset();
      setWrong({});
      setSent(false);
    },
  };
}
