import type { Component } from "@muejam/contracts/status";

const order: Record<Component, number> = { database: 0, cache: 1, jobs: 2 };

/** The parts in the order they are shown in. */
export const components = Object.keys(order).filter(isComponent);

export const asComponent = (value: unknown): Component | undefined =>
  typeof value === "string" && isComponent(value) ? value : undefined;

function isComponent(value: string): value is Component {
  return Object.hasOwn(order, value);
}
