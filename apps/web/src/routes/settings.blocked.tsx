import { createFileRoute } from "@tanstack/react-router";
import { BlockedPage } from "../features/reach/blocked-page.tsx";

export const Route = createFileRoute("/settings/blocked")({ component: BlockedPage });
