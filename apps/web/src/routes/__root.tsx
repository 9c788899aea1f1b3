import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, type ErrorComponentProps, Outlet, useMatches } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { LeadToWelcome } from "../features/account/lead-to-welcome.tsx";
import { Bell } from "../features/notifications/bell.tsx";
import { PaletteHost } from "../features/palette/palette-host.tsx";
import { PaletteField, PaletteTab } from "../features/palette/palette-ways.tsx";
import { Arrival } from "../features/shell/arrival.tsx";
import { FaultPage } from "../features/shell/fault-page.tsx";
import { MissingPage } from "../features/shell/missing-page.tsx";
import { ReleaseLine } from "../features/shell/release-line.tsx";
import { Shell } from "../features/shell/shell.tsx";
import { themeCommands } from "../features/theme/theme-commands.ts";
import { ThemeSwitch } from "../features/theme/theme-switch.tsx";
import type { Api } from "../lib/api.ts";
import { lazyExtra } from "../lib/lazy-extra.ts";
import type { Session } from "../lib/session.ts";
import { ToastHost } from "../lib/toasts.tsx";
import { useIdle } from "../lib/use-idle.ts";

const UpdatePrompt = lazyExtra(async () => (await import("../features/update/update-prompt.tsx")).UpdatePrompt);

export const Route = createRootRouteWithContext<{
  api: Api;
  queryClient: QueryClient;
  session: Session;
  origin: string;
}>()({
  component: Root,
  errorComponent: (fault: ErrorComponentProps) => (
    <Frame>
      <FaultPage {...fault} />
    </Frame>
  ),
  notFoundComponent: MissingPage,
});

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** The page stands alone, without the bar and the foot of all others; what goes wrong with it does not. */
    hasOwnFrame?: true;
    /** The same for everybody, found by searching, and readable without a script: the server renders it. */
    isPublic?: true;
  }
}

function Root() {
  const hasOwnFrame = useMatches({
    select: (matches) =>
      matches.some(({ staticData, status }) => staticData.hasOwnFrame && status !== "error" && status !== "notFound"),
  });
  const isIdle = useIdle();
  return (
    <>
      {/* Before the page, for those who go by the keyboard. */}
      {isIdle ? (
        <Suspense>
          <UpdatePrompt mayShow={!hasOwnFrame} />
        </Suspense>
      ) : null}
      {hasOwnFrame ? (
        <Outlet />
      ) : (
        <Frame>
          <LeadToWelcome />
          <Outlet />
        </Frame>
      )}
      <ToastHost />
      <Arrival />
      <PaletteHost commands={themeCommands} />
    </>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Shell search={<PaletteField />} find={<PaletteTab />} bell={<Bell />} bar={<ThemeSwitch />} foot={<ReleaseLine />}>
      {children}
    </Shell>
  );
}
