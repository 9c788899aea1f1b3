/** What people call the thing that they read on. */
export function deviceName(agent: string, hasTouch: boolean): "phone" | "tablet" | "computer" {
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(agent) || (agent.includes("Macintosh") && hasTouch)) return "tablet";
  return /Mobi/.test(agent) ? "phone" : "computer";
}

export const thisDevice = () => deviceName(navigator.userAgent, navigator.maxTouchPoints > 1);
