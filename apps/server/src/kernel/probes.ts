import type { Component } from "@muejam/contracts/status";

/** Resolves when the component works; throws when it does not. */
type Probe = () => Promise<void>;
export type Probes = Readonly<Record<Component, Probe>>;
export type Look = { component: Component; isUp: boolean; latencyMs: number };

/** A component that does not answer in this time counts as down. */
const patienceMs = 2000;

export async function look(probes: Probes, component: Component): Promise<Look> {
  const started = performance.now();
  const isUp = await Promise.race([probes[component](), failAfter(patienceMs)]).then(
    () => true,
    () => false,
  );
  return { component, isUp, latencyMs: Math.round(performance.now() - started) };
}

function failAfter(ms: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms).unref();
  });
}
