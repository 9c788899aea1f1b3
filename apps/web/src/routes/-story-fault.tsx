import type { ErrorComponentProps } from "@tanstack/react-router";
import { FaultPage } from "../features/shell/fault-page.tsx";
import { GatePage } from "../features/story/gate-page.tsx";
import { appErrorOf } from "../lib/errors.ts";

export const StoryFault = (fault: ErrorComponentProps) =>
  appErrorOf(fault.error)?.code === "MATURE_HIDDEN" ? <GatePage /> : <FaultPage {...fault} />;
