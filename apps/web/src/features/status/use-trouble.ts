import type { Component, StatusNow, TroubleInput } from "@muejam/contracts/status";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useApi } from "../../lib/api.ts";
import { appErrorOf } from "../../lib/errors.ts";
import { dropReceipt, findReceipt, isCounting, keepReceipt, type Receipt } from "./receipts.ts";
import { withReport } from "./summary.ts";

/** One person's report on one part: shown at once, undone if refused, taken back with its receipt. */
export function useTrouble(component: Component, now: number) {
  const api = useApi();
  const [receipt, setReceipt] = useState(() => findReceipt(component));
  const unanswered = useRef<TroubleInput | null>(null);
  const { step, show, undo, renew } = useShownStatus(component);

  const settle = (kept: Receipt | null) => {
    if (kept) keepReceipt(component, kept);
    else dropReceipt(component);
    setReceipt(kept);
  };

  const report = useMutation(
    api.status.reportTrouble.mutationOptions({
      onMutate: () => step(1),
      onSuccess: (answer) => {
        unanswered.current = null;
        settle({ receipt: answer.receipt, reportedAt: Date.now() });
        show(answer.status);
      },
      onError: (error, _input, before) => {
        if (appErrorOf(error)) unanswered.current = null;
        undo(before);
      },
    }),
  );
  const withdraw = useMutation(
    api.status.withdrawTrouble.mutationOptions({
      onMutate: () => step(-1),
      onSuccess: (status) => {
        settle(null);
        show(status);
      },
      onError: (error, _input, before) => {
        const code = appErrorOf(error)?.code;
        const isOver = code === "RECEIPT_INVALID" || code === "TROUBLE_ALREADY_WITHDRAWN";
        if (isOver) settle(null);
        undo(before);
        if (isOver) renew();
      },
    }),
  );

  const counting = receipt && isCounting(receipt, now) ? receipt : null;
  return {
    isReported: report.isPending || (counting !== null && !withdraw.isPending),
    isBusy: report.isPending || withdraw.isPending,
    isTakenBack: withdraw.isSuccess && !report.isPending && counting === null,
    reportedAt: counting?.reportedAt ?? now,
    error: report.error ?? withdraw.error,
    toggle: () => {
      report.reset();
      withdraw.reset();
      if (counting) return withdraw.mutate({ receipt: counting.receipt });
      // Sent again after silence, it is the same act: the same object carries the same idempotency key.
      unanswered.current ??= { component };
      return report.mutate(unanswered.current);
    },
  };
}

function useShownStatus(component: Component) {
  const cache = useQueryClient();
  const queryKey = useApi().status.now.queryKey();
  return {
    step: async (by: 1 | -1) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      cache.setQueryData(queryKey, (status) => status && withReport(status, component, by));
      return before;
    },
    show: (status: StatusNow) => cache.setQueryData(queryKey, status),
    undo: (before: StatusNow | undefined) => before && cache.setQueryData(queryKey, before),
    renew: () => void cache.invalidateQueries({ queryKey }),
  };
}
