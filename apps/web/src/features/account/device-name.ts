import type { SessionView } from "@muejam/contracts/sign-in";
import { m } from "#messages";

/** Enough to know one's own again. */
export function deviceName({ browser, system }: SessionView["device"]): string {
  if (browser && system) return m.account_device_on({ browser, system });
  return browser ?? system ?? m.account_settings_sessions_unknown_device();
}
