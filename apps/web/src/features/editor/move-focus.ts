import type { KeyboardEvent } from "react";

/** One stop for the Tab key; the arrows go from tool to tool. */
export function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const tools = [
    ...(event.currentTarget.closest("[role=toolbar]")?.querySelectorAll<HTMLElement>("button[tabindex]") ?? []),
  ];
  if (step === undefined) return;
  const way = getComputedStyle(event.currentTarget).direction === "rtl" ? -step : step;
  tools.at((tools.indexOf(event.currentTarget) + way) % tools.length)?.focus();
  event.preventDefault();
}
