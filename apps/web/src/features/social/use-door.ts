import { useLocation } from "@tanstack/react-router";
import { useSession } from "../../lib/use-session.ts";

/** Who may act now: a member does, a visitor is led to the door and back, and before it is known nobody does. */
export function useDoor() {
  const { state } = useSession();
  const next = useLocation({ select: ({ href }) => href });
  return { isMember: state === "member", next };
}
