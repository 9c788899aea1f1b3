import { KeepFocus } from "@muejam/ui/keep-focus";
import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { OwnPage } from "../features/account/own-page.tsx";
import { WelcomePage } from "../features/account/welcome-page.tsx";
import { asStep, type Step } from "../features/account/welcome-steps.ts";
import { FollowStory } from "../features/social/follow-story.tsx";
import { innerPath } from "../lib/inner-path.ts";
import { MembersOnly } from "../lib/members-only.tsx";

/** For whoever is no newcomer, and came by another way before. */
const TransferOffer = lazy(async () => ({
  default: (await import("../features/security/transfer-offer.tsx")).TransferOffer,
}));

export const Route = createFileRoute("/welcome")({
  validateSearch: (search): { step?: Step | undefined; next?: string | undefined } => ({
    step: asStep(search["step"]),
    next: innerPath(search["next"]),
  }),
  component: Welcome,
});

function Welcome() {
  const { step, next = "/" } = Route.useSearch();
  return (
    <MembersOnly>
      <OwnPage>
        {(me) => (
          <WelcomePage
            me={me}
            step={step}
            next={next}
            follow={(story) => <FollowStory story={story} isAmongOthers />}
          />
        )}
      </OwnPage>
      <div className="max-w-160">
        <Suspense>
          <KeepFocus>
            <TransferOffer />
          </KeepFocus>
        </Suspense>
      </div>
    </MembersOnly>
  );
}
