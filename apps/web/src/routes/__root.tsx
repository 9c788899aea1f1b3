import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { FaultPage } from "../features/shell/fault-page.tsx";
import { MissingPage } from "../features/shell/missing-page.tsx";
import { ReleaseLine } from "../features/shell/release-line.tsx";
import { Shell } from "../features/shell/shell.tsx";
import { ThemeSwitch } from "../features/theme/theme-switch.tsx";
import type { Api } from "../lib/api.ts";

export const Route = createRootRouteWithContext<{ api: Api; queryClient: QueryClient }>()({
  component: () => (
    <Shell bar={<ThemeSwitch />} foot={<ReleaseLine />}>
      <Outlet />
    </Shell>
  ),
  errorComponent: ({ error, reset }) => (
    <Shell bar={<ThemeSwitch />} foot={<ReleaseLine />}>
      <FaultPage error={error} onRetry={reset} />
    </Shell>
  ),
  notFoundComponent: MissingPage,
});
