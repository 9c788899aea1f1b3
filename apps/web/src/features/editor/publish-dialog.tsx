import { Button } from "@muejam/ui/button";
import { Choice } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { FaultNotice } from "@muejam/ui/notice";
import { useEffect, useState } from "react";
import { appErrorOf } from "../../lib/errors.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { messages } from "./messages.ts";
import { TakeBack } from "./take-back.tsx";
import { usePublishing } from "./use-publishing.ts";
import type { Desk } from "./writing-bar.tsx";

const words = messages.publish;

export function PublishDialog({ isOpen, onClose, ...desk }: Desk & { isOpen: boolean; onClose: () => void }) {
  const act = usePublishing(desk);
  const close = () => {
    onClose();
    act.reset();
  };
  const when = act.isLive ? "again" : "first";
  const title = act.published ? words.done.title(act.published.number) : words.title[when];
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      {act.published ? (
        <Done edition={act.published.edition} path={act.published.path} onClose={close} />
      ) : (
        <Ask desk={desk} act={act} onClose={close} />
      )}
    </Dialog>
  );
}

type AskProps = { desk: Desk; act: ReturnType<typeof usePublishing>; onClose: () => void };

function Ask({ desk, act, onClose }: AskProps) {
  const { story, face, standing, count, opened } = desk;
  const [isMinor, setMinor] = useState(false);
  useEffect(() => void opened.autosave.wake(), [opened]);
  const { followers } = story.counts;
  const nobody = followers === 0 ? words.told.nobodyYet : words.told.followers(followers);
  const facts = [
    [words.facts.title, standing.journal.local.title || words.untitled],
    [words.facts.length, words.words(count.words)],
    [words.facts.told, act.state === "draft" ? nobody : words.told.again],
    [words.facts.as, face.displayName],
  ];
  const isReady = standing.isSettled && act.hasNews;
  return (
    <>
      <dl className="publish-facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {act.state === "draft" ? null : (
        <Choice
          kind="checkbox"
          label={words.minor.label}
          hint={words.minor.hint}
          checked={isMinor}
          onChange={({ target }) => setMinor(target.checked)}
        />
      )}
      <p aria-live="polite" className="min-h-4.5 text-small text-ink-2">
        {hindrance(standing, act.hasNews)}
      </p>
      <Refusal error={act.error} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button weight="main" isBusy={!isReady || act.isBusy} onClick={() => act.publish(isMinor)}>
          {words.act[act.isLive ? "again" : "first"]}
        </Button>
        <span className="text-small text-ink-2">{messages.as(face.displayName)}</span>
        <Button className="ms-auto" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
      {act.isLive ? <TakeBack face={face} isBusy={act.isBusy} onTakeBack={act.takeBack} /> : null}
    </>
  );
}

function hindrance({ isSettled, trouble }: Desk["standing"], hasNews: boolean): string | null {
  if (!isSettled) return trouble ? words.held : words.settling;
  return hasNews ? null : words.nothingNew;
}

function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  if (appErrorOf(error)?.code === "DRAFT_CHANGED") return <FaultNotice>{words.changed}</FaultNotice>;
  const { sentence, reference } = explain(error);
  return <FaultNotice reference={reference}>{sentence}</FaultNotice>;
}

function Done({ edition, path, onClose }: { edition: number; path: string; onClose: () => void }) {
  return (
    <>
      <p role="status" className="mb-4 text-body text-ink-2">
        {words.done.body(edition)}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <a href={path} className="link inline-flex min-h-(--hit) items-center text-ui">
          {words.done.see}
        </a>
        <Button className="ms-auto" onClick={onClose}>
          {words.done.close}
        </Button>
      </div>
    </>
  );
}
