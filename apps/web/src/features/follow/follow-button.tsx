import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Link, useLocation } from "@tanstack/react-router";
import { explain } from "../../lib/refusal-messages.ts";
import { useSession } from "../../lib/use-session.ts";
import { messages } from "./messages.ts";

type FollowButtonProps = {
  name: string;
  /** Undefined while it is not known. */
  isFollowing: boolean | undefined;
  isBusy: boolean;
  error: unknown;
  onChange: (isFollowing: boolean) => void;
};

/** For visitors a way to sign in that leads back here. */
export function FollowButton({ name, isFollowing, isBusy, error, onChange }: FollowButtonProps) {
  const { state } = useSession();
  const next = useLocation({ select: ({ href }) => href });
  if (state !== "member")
    return (
      <Link
        to="/sign-in"
        search={{ next }}
        aria-label={messages.followNamed(name)}
        className="inline-flex min-h-(--hit) flex-none items-center rounded-control border border-edge px-3 text-ui font-medium hover:bg-well"
      >
        {messages.follow}
      </Link>
    );
  const fault = error ? explain(error) : null;
  return (
    <div className="grid flex-none justify-items-start gap-1">
      <Button
        isBusy={isBusy || isFollowing === undefined}
        aria-label={isFollowing ? messages.followingNamed(name) : messages.followNamed(name)}
        onClick={() => onChange(!isFollowing)}
      >
        {isFollowing ? messages.following : messages.follow}
      </Button>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </div>
  );
}
