import type { ErrorCode } from "@muejam/contracts/error";
import { useMutation } from "@tanstack/react-query";
import { appErrorOf } from "./errors.ts";
import type { Rule, Wrong } from "./fields.ts";
import { explain } from "./refusal-messages.ts";
import { useFields } from "./use-fields.ts";

/** Words for a field, by the rule that it breaks; `other` for the rest. */
type Words = Partial<Record<string, string>> & { other: string };
type Name<Given> = keyof Given & string;

type JudgedForm<Given> = {
  loadRule: () => Promise<Rule<Given>>;
  /** What stands in the fields before anybody types. */
  start?: Record<Name<Given>, string>;
  words: Record<Name<Given>, Words>;
  /** Where a refusal is shown that is about one field. */
  places?: Partial<Record<ErrorCode, Name<Given>>>;
  send: (given: Given) => Promise<unknown>;
};

/** A form of words and its one act; what was typed stays, whatever comes of it. */
export function useJudgedForm<Given>({ loadRule, start, words, places, send }: JudgedForm<Given>) {
  const act = useMutation({
    mutationFn: send,
    networkMode: "always",
    onError: (error) => complain(wrongBy(error)),
  });
  const { form, wrongOf, complain, empty } = useFields({
    loadRule,
    start: start ?? blank(words),
    onGiven: (given) => {
      if (!act.isPending) act.mutate(given);
    },
  });
  /** What a refusal says about fields; nothing when it is about the whole. */
  const wrongBy = (error: unknown): Wrong => {
    const refusal = appErrorOf(error);
    const place = refusal && places?.[refusal.code];
    if (place) return { [place]: refusal.code };
    const ofFields = refusal?.issues?.filter(({ path }) => path in words) ?? [];
    return Object.fromEntries(ofFields.map(({ path, rule }) => [path, rule]));
  };
  const wordsFor = (name: Name<Given>): string | undefined => {
    const rule = wrongOf(name);
    return rule === undefined ? undefined : (words[name][rule] ?? words[name].other);
  };

  return {
    field: (name: Name<Given>) => ({ name, defaultValue: start?.[name], error: wordsFor(name) }),
    form,
    isBusy: act.isPending,
    fault: act.error && Object.keys(wrongBy(act.error)).length === 0 ? explain(act.error) : null,
    refusal: appErrorOf(act.error)?.code ?? null,
    /** What the server has accepted; null before, and after `again`. */
    accepted: act.isSuccess ? act.variables : null,
    again: act.reset,
    /** What was typed goes, for a secret that has done its work. */
    empty,
  };
}

const blank = <Given>(words: Record<Name<Given>, Words>) =>
  // safe: the same names.
  Object.fromEntries(Object.keys(words).map((name) => [name, ""])) as Record<Name<Given>, string>;
