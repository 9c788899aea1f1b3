import "./status-line.css";
import type { Profile } from "@muejam/contracts/profile";
import type { Count } from "@muejam/prose/words";
import type { Editor } from "@tiptap/core";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { m } from "#messages";
import { formatNumber, formatTime } from "../../lib/format.ts";
import type { Autosave, Standing, Trouble } from "./autosave.ts";
import { Conflicts } from "./conflicts.tsx";
import { Alert, ArrowUp, Check, NoNetwork, PastTime } from "./icons.tsx";
import type { WaitingPictures } from "./pictures/use-waiting-pictures.ts";
import { type SignInAgain, TroubleNote } from "./trouble-note.tsx";

const HistoryPanel = lazy(async () => ({ default: (await import("./history-panel.tsx")).HistoryPanel }));

type StatusLineProps = {
  autosave: Autosave;
  standing: Standing;
  count: Count;
  /** Of what the server has confirmed. */
  there: Count;
  waiting: WaitingPictures;
  isRecovered: boolean;
  editor: Editor | null;
  face: Profile;
  measures: ReactNode;
  SignInAgain: SignInAgain;
  /** Who else is here. */
  children?: ReactNode;
};

/** Always the same facts in the same order: words here, words on the server, when that was confirmed; pictures that wait. */
export function StatusLine({ measures, SignInAgain, children, ...shown }: StatusLineProps) {
  const { autosave, standing, count, there, waiting, isRecovered, editor, face } = shown;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [isSigningIn, setSigningIn] = useState(false);
  const goOn = useCallback(() => setSigningIn(false), []);
  useEffect(() => {
    if (!isSigningIn) return;
    return () => void editor?.commands.focus();
  }, [isSigningIn, editor]);
  const facts = [
    m.editor_status_here({ number: count.words }),
    m.editor_status_there({ number: formatNumber(there.words) }),
    thirdFact(standing),
    ...(waiting.count === 0 ? [] : [fourthFact(waiting)]),
  ];
  const spoken = useSpoken(facts.join(", "), gravityOf(standing));
  const news = useNews(standing.merges, isRecovered);
  return (
    <footer className="writing-status">
      <div className="min-w-0">
        <p role="status" aria-live="off" className="writing-truth">
          <Sign standing={standing} isWaiting={waiting.count > 0} />
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <p className="sr-only" aria-live="polite">
          {spoken}
        </p>
        <div aria-live="polite" className="text-small text-ink-2">
          <TroubleNote {...{ autosave, standing }} name={face.displayName} onSignIn={() => setSigningIn(true)} />
          {news ? <p>{news}</p> : null}
        </div>
        {children}
        {editor ? <Conflicts {...{ editor, autosave }} conflicts={standing.conflicts} /> : null}
      </div>
      <div className="writing-aside">
        {measures}
        <button
          type="button"
          className="link"
          aria-haspopup="dialog"
          aria-label={m.editor_history_open()}
          onClick={() => setHistoryOpen(true)}
        >
          <PastTime />
          <span>{m.editor_history_open()}</span>
        </button>
      </div>
      {isHistoryOpen ? (
        <Suspense>
          <HistoryPanel
            {...{ standing }}
            profileId={face.id}
            keep={autosave.keep}
            onClose={() => setHistoryOpen(false)}
          />
        </Suspense>
      ) : null}
      {isSigningIn ? (
        <Suspense>
          <SignInAgain name={face.displayName} onClose={goOn} />
        </Suspense>
      ) : null}
    </footer>
  );
}

type SignProps = { standing: Standing; isWaiting: boolean };

function Sign({ standing: { isKept, isSettled, trouble }, isWaiting }: SignProps) {
  const [ink, sign] = ((): [string, ReactNode] => {
    if (!isKept || trouble?.kind === "refused") return ["text-currant", <Alert key="alert" />];
    if (trouble) return ["text-marmalade-ink", isAway(trouble) ? <Alert key="out" /> : <NoNetwork key="off" />];
    return isSettled && !isWaiting ? ["text-bottle", <Check key="equal" />] : ["text-ink-2", <ArrowUp key="sending" />];
  })();
  return <i className={ink}>{sign}</i>;
}

const isAway = ({ kind }: Trouble) => kind === "signed-out" || kind === "someone-else";

function thirdFact({ isKept, isSettled, trouble, saved }: Standing): string {
  if (!isKept) return m.editor_status_not_kept();
  if (isSettled || trouble) return m.editor_status_confirmed({ at: formatTime(saved.savedAt) });
  return m.editor_status_sending();
}

const fourthFact = ({ count, areKept }: WaitingPictures): string =>
  areKept ? m.editor_pictures_here({ count }) : m.editor_pictures_in_tab({ count });

const gravityOf = ({ isKept, trouble }: Standing): number => {
  if (!isKept) return 3;
  return trouble ? 2 : 0;
};

const silenceMs = 30_000;

/** Twice a minute is enough to be told, unless things get worse. */
function useSpoken(sentence: string, gravity: number): string {
  const [spoken, setSpoken] = useState("");
  const last = useRef({ at: 0, gravity: 0 });
  useEffect(() => {
    const isWorse = gravity > last.current.gravity;
    const wait = isWorse ? 0 : Math.max(0, last.current.at + silenceMs - Date.now());
    const timer = setTimeout(() => {
      last.current = { at: Date.now(), gravity };
      setSpoken(sentence);
    }, wait);
    return () => clearTimeout(timer);
  }, [sentence, gravity]);
  return spoken;
}

const newsMs = 20_000;

/** What happened to the words without their author, told for a while. */
function useNews(merges: number, isRecovered: boolean): string | null {
  const [heard, setHeard] = useState(isRecovered ? -1 : 0);
  useEffect(() => {
    const timer = setTimeout(() => setHeard(merges), newsMs);
    return () => clearTimeout(timer);
  }, [merges]);
  if (heard === merges) return null;
  return merges > 0 ? m.editor_status_merged() : m.editor_status_recovered();
}
