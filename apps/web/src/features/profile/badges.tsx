import type { Badge, BadgeKind } from "@muejam/contracts/badge";
import { SectionHead } from "@muejam/ui/section-head";
import { useId } from "react";
import { m } from "#messages";
import { formatDate } from "../../lib/format.ts";

const words: Record<BadgeKind, { name: () => string; about: () => string }> = {
  "first-chapter": { name: m.profile_badge_first_chapter, about: m.profile_badge_first_chapter_about },
  early: { name: m.profile_badge_early, about: m.profile_badge_early_about },
  prolific: { name: m.profile_badge_prolific, about: m.profile_badge_prolific_about },
  popular: { name: m.profile_badge_popular, about: m.profile_badge_popular_about },
  finisher: { name: m.profile_badge_finisher, about: m.profile_badge_finisher_about },
  streak: { name: m.profile_badge_streak, about: m.profile_badge_streak_about },
  verified: { name: m.profile_badge_verified, about: m.profile_badge_verified_about },
};

/** Each with what it means: a sign that nobody can read says nothing. */
export function Badges({ badges }: { badges: readonly Badge[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={m.profile_badges()} />
      <dl>
        {badges.map(({ kind, awardedAt }) => (
          <div key={kind} className="border-b border-line py-3">
            <dt className="flex items-baseline justify-between gap-4 text-ui font-semibold">
              {words[kind].name()}
              <time dateTime={awardedAt} className="text-small font-regular text-ink-3">
                {formatDate(awardedAt)}
              </time>
            </dt>
            <dd className="text-small text-ink-2">{words[kind].about()}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
