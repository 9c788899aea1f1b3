import type { Me } from "@muejam/contracts/account";
import type { StoryCard } from "@muejam/contracts/story";
import { Link, useRouter } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { useTitle } from "../../lib/use-title.ts";
import { WelcomeBirth } from "./welcome-birth.tsx";
import { WelcomeGenres } from "./welcome-genres.tsx";
import { WelcomeName } from "./welcome-name.tsx";
import { WelcomeStep } from "./welcome-step.tsx";
import { nextStep, type Step, steps } from "./welcome-steps.ts";

/** The last step comes while the first are being filled in. */
const WelcomeFollow = lazy(async () => ({ default: (await import("./welcome-follow.tsx")).WelcomeFollow }));

const words: Record<Step, Record<"title" | "body", () => string>> = {
  name: { title: m.account_welcome_name_title, body: m.account_welcome_name_body },
  birth: { title: m.account_welcome_birth_title, body: m.account_welcome_birth_body },
  genres: { title: m.account_welcome_genres_title, body: m.account_welcome_genres_body },
  follow: { title: m.account_welcome_follow_title, body: m.account_welcome_follow_body },
};

type WelcomePageProps = {
  me: Me;
  step: Step | undefined;
  /** Where they were when they were led here. */
  next: string;
  follow: (story: StoryCard) => ReactNode;
};

export function WelcomePage({ me, step, next, follow }: WelcomePageProps) {
  const router = useRouter();
  const shown = step ?? nextStep(me);
  const at = steps.indexOf(shown);
  const [face] = me.profiles;
  const go = (to: Step | undefined) => {
    // Whoever left while a step was being saved is not fetched back.
    if (router.state.location.pathname !== "/welcome") return;
    void router.navigate({ to: "/welcome", search: (kept) => ({ ...kept, step: to }) });
  };
  const [onBack, onDone] = [() => go(steps[at - 1]), () => go(steps[at + 1])];
  useTitle(`${words[shown].title()} · MueJam`);
  const frame = (one: Step) => ({ title: words[one].title(), body: words[one].body(), isShown: one === shown });

  return (
    <div className="column pt-10">
      <hr className="rule" />
      <div className="mt-4 flex items-center justify-between text-ui text-ink-2">
        <p>
          {m.account_welcome_title()}.{" "}
          {m.account_welcome_progress({ step: formatNumber(at + 1), steps: formatNumber(steps.length) })}
        </p>
        <Link to={next} className="link inline-flex min-h-(--hit) items-center">
          {m.account_welcome_later()}
        </Link>
      </div>
      {face ? (
        <WelcomeStep {...frame("name")}>
          <WelcomeName face={face} onDone={onDone} />
        </WelcomeStep>
      ) : null}
      <WelcomeStep {...frame("birth")}>
        <WelcomeBirth me={me} onBack={onBack} onDone={onDone} />
      </WelcomeStep>
      <WelcomeStep {...frame("genres")}>
        <WelcomeGenres me={me} onBack={onBack} onDone={onDone} />
      </WelcomeStep>
      <WelcomeStep {...frame("follow")}>
        {shown === "follow" ? (
          <Suspense fallback={<p aria-busy="true" />}>
            <WelcomeFollow me={me} follow={follow} />
          </Suspense>
        ) : null}
        <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2 waiting:invisible">
          <Link to={next} className="act-main">
            {m.account_welcome_follow_read()}
          </Link>
          <Link to="/write/new" className="link inline-flex min-h-(--hit) items-center font-semibold">
            {m.account_welcome_follow_begin()}
          </Link>
          <button type="button" className="bar-way" onClick={onBack}>
            {m.account_welcome_back()}
          </button>
        </div>
      </WelcomeStep>
    </div>
  );
}
