import { profilePath } from "@muejam/contracts/address";
import type { ProfileView } from "@muejam/contracts/profile";
import type { PageHead } from "../../lib/head.ts";
import { messages } from "./messages.ts";

export const profileTitle = ({ displayName, handle }: ProfileView): string => `${displayName} (@${handle})`;

export function profileHead(profile: ProfileView): PageHead {
  const { displayName, handle, bio, counts } = profile;
  return {
    title: profileTitle(profile),
    description: bio || messages.inShort(counts.stories, counts.words),
    path: profilePath(profile),
    type: "profile",
    isFindable: profile.isFindable,
    about: (at) => ({
      "@type": "ProfilePage",
      "@id": at(profilePath(profile)),
      url: at(profilePath(profile)),
      mainEntity: {
        "@type": "Person",
        name: displayName,
        alternateName: `@${handle}`,
        url: at(profilePath(profile)),
        ...(bio && { description: bio }),
        interactionStatistic: {
          "@type": "InteractionCounter",
          interactionType: "https://schema.org/FollowAction",
          userInteractionCount: counts.followers,
        },
      },
    }),
  };
}
