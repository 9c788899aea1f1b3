import type { ErrorCode } from "@muejam/contracts/error";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type Resolver,
  type SubmitHandler,
  useForm,
} from "react-hook-form";
import { appErrorOf } from "./errors.ts";
import { explain } from "./refusal-messages.ts";

/** Words for a field, by the rule that it breaks; `other` for the rest. */
type Words = Partial<Record<string, string>> & { other: string };

type JudgedForm<Given extends FieldValues> = {
  /** Not with the page: rules weigh as much as a form does, and nothing has been typed yet. */
  loadRule: () => Promise<Resolver<Given>>;
  /** What stands in the fields before anybody types. */
  start?: DefaultValues<Given>;
  words: Record<Path<Given>, Words>;
  /** Where a refusal is shown that is about one field. */
  places?: Partial<Record<ErrorCode, Path<Given>>>;
  send: (given: Given) => Promise<unknown>;
};

/** A field is judged when it is left, never while somebody types; what was typed stays, whatever comes of it. */
export function useJudgedForm<Given extends FieldValues>({ loadRule, start, words, places, send }: JudgedForm<Given>) {
  useEffect(() => void loadRule(), [loadRule]);
  const form = useForm<Given>({
    ...(start && { defaultValues: start }),
    resolver: async (...given) => (await loadRule())(...given),
    mode: "onBlur",
    reValidateMode: "onBlur",
  });
  const { errors, isSubmitted } = form.formState;

  const complain = (name: Path<Given>, type: string) => form.setError(name, { type }, { shouldFocus: true });
  const act = useMutation({
    mutationFn: send,
    networkMode: "always",
    onError: (error) => {
      for (const { path, rule } of issuesOf(error)) complain(path, rule);
    },
  });
  /** What a refusal says about fields; nothing when it is about the whole. */
  const issuesOf = (error: unknown): { path: Path<Given>; rule: string }[] => {
    const refusal = appErrorOf(error);
    const place = refusal && places?.[refusal.code];
    if (place) return [{ path: place, rule: refusal.code }];
    return (refusal?.issues ?? []).flatMap(({ path, rule }) => (isField(path) ? [{ path, rule }] : []));
  };
  const isField = (path: string): path is Path<Given> => path in words;
  const wordsFor = (name: Path<Given>): string | undefined => {
    const type = errors[name]?.type;
    // Whoever only passes through an empty field has made no mistake.
    const isJudged = isSubmitted || Boolean(form.getValues(name));
    return typeof type === "string" && isJudged ? (words[name][type] ?? words[name].other) : undefined;
  };
  const hand: SubmitHandler<Given> = (given) => {
    if (!act.isPending) act.mutate(given);
  };

  return {
    field: (name: Path<Given>) => ({
      ...form.register(name, { onChange: () => form.clearErrors(name) }),
      error: wordsFor(name),
    }),
    control: form.control,
    form: { method: "post", noValidate: true, onSubmit: form.handleSubmit(hand) } as const,
    isBusy: act.isPending,
    fault: act.error && issuesOf(act.error).length === 0 ? explain(act.error) : null,
    refusal: appErrorOf(act.error)?.code ?? null,
    /** What the server has accepted; null before, and after `again`. */
    accepted: act.isSuccess ? act.variables : null,
    again: act.reset,
    /** What was typed goes, for a secret that has done its work. */
    empty: () => form.reset(),
  };
}
