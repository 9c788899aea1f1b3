import { type ComponentProps, lazy, Suspense } from "react";

const Page = lazy(async () => ({ default: (await import("./clerk-page.tsx")).ClerkPage }));
const Profile = lazy(async () => ({ default: (await import("./clerk-profile.tsx")).ClerkProfile }));

/** Only where Clerk signs people in does anybody load these. */
export const ClerkPage = (props: ComponentProps<typeof Page>) => (
  <Suspense>
    <Page {...props} />
  </Suspense>
);

export const ClerkProfile = () => (
  <Suspense>
    <Profile />
  </Suspense>
);
