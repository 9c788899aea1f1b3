import { profilePath } from "@muejam/contracts/address";
import type { ProfileView } from "@muejam/contracts/profile";
import { m } from "#messages";
import type { PageHead } from "../../lib/head.ts";

export const profileTitle = ({ displayName, handle }: ProfileView): string => `${displayName} (@${handle})`;

/** For those who only see a link to the page. */
const inShort = ({ stories, words }: ProfileView["counts"]): string =>
  m.profile_in_short({
    stories: m.profile_count_stories({ number: stories }),
    words: m.profile_count_words({ number: words }),
  });

export function profileHead(profile: ProfileView): PageHead {
  const { displayName, handle, bio, counts } = profile;
  return {
    title: profileTitle(profile),
    description: bio || inShort(counts),
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
