import { m } from "#messages";

type Device = "phone" | "tablet" | "computer";

/** The kind of thing that they read on. */
export function deviceName(agent: string, hasTouch: boolean): Device {
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(agent) || (agent.includes("Macintosh") && hasTouch)) return "tablet";
  return /Mobi/.test(agent) ? "phone" : "computer";
}

export const thisDevice = () => deviceName(navigator.userAgent, navigator.maxTouchPoints > 1);

const words = new Map([
  ["phone", m.device_phone],
  ["tablet", m.device_tablet],
  ["computer", m.device_computer],
]);

/** What people call it. */
export const deviceWord = (device: string): string => words.get(device)?.() ?? device;
