import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, type ErrorComponentProps, Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FaultPage } from "../features/shell/fault-page.tsx";
import { MissingPage } from "../features/shell/missing-page.tsx";
import { ReleaseLine } from "../features/shell/release-line.tsx";
import { Shell } from "../features/shell/shell.tsx";
import { ThemeSwitch } from "../features/theme/theme-switch.tsx";
import type { Api } from "../lib/api.ts";

export const Route = createRootRouteWithContext<{ api: Api; queryClient: QueryClient }>()({
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
  errorComponent: (fault: ErrorComponentProps) => (
    <Frame>
      <FaultPage {...fault} />
    </Frame>
  ),
  notFoundComponent: MissingPage,
});

function Frame({ children }: { children: ReactNode }) {
  return (
    <Shell bar={<ThemeSwitch />} foot={<ReleaseLine />}>
      {children}
    </Shell>
  );
}
