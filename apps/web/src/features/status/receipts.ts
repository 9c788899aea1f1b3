import type { Component } from "@muejam/contracts/status";

export type Receipt = { receipt: string; reportedAt: number };

const hourMs = 3_600_000;
const keyOf = (component: Component) => `muejam:trouble:${component}`;

/** Kept for the tab's life, so that a report can be taken back after a reload. */
export function keepReceipt(component: Component, receipt: Receipt): void {
  attempt(() => sessionStorage.setItem(keyOf(component), JSON.stringify(receipt)));
}

export function dropReceipt(component: Component): void {
  attempt(() => sessionStorage.removeItem(keyOf(component)));
}

export function findReceipt(component: Component): Receipt | null {
  const kept: unknown = attempt(() => JSON.parse(sessionStorage.getItem(keyOf(component)) ?? "null"));
  return isReceipt(kept) ? kept : null;
}

/** A report counts for an hour; after that there is nothing to take back. */
export const isCounting = ({ reportedAt }: Receipt, now: number) => now - reportedAt < hourMs;

function isReceipt(value: unknown): value is Receipt {
  return (
    typeof value === "object" &&
    value !== null &&
    "receipt" in value &&
    typeof value.receipt === "string" &&
    "reportedAt" in value &&
    typeof value.reportedAt === "number"
  );
}

/** A browser may refuse storage; then the report stands and only the taking back is lost. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
