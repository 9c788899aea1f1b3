import "./publish.css";
import { Button } from "@muejam/ui/button";
import { Choice } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { useEffect, useState } from "react";
import type { Desk } from "./desk.ts";
import { messages } from "./messages.ts";
import { Refusal } from "./refusal.tsx";
import { TakeBack } from "./take-back.tsx";
import { type Publishing, usePublishing } from "./use-publishing.ts";

const words = messages.publish;

export function PublishDialog({ isOpen, onClose, ...desk }: Desk & { isOpen: boolean; onClose: () => void }) {
  const act = usePublishing(desk);
  const [isTakingBack, setTakingBack] = useState(false);
  const close = () => {
    setTakingBack(false);
    onClose();
    act.reset();
  };
  const { published } = act;
  if (isTakingBack && act.isLive)
    return (
      <Dialog title={words.takeBack.title} isOpen={isOpen} onClose={close}>
        <TakeBack face={desk.opened.face} act={act} onCancel={() => setTakingBack(false)} />
      </Dialog>
    );
  const title = published ? words.done.title(published.number) : words.title[act.isLive ? "again" : "first"];
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      {published ? (
        <Done edition={published.edition} path={published.path} onClose={close} />
      ) : (
        <Ask desk={desk} act={act} onClose={close} onTakeBack={() => setTakingBack(true)} />
      )}
    </Dialog>
  );
}

type AskProps = { desk: Desk; act: Publishing; onClose: () => void; onTakeBack: () => void };

function Ask({ desk, act, onClose, onTakeBack }: AskProps) {
  const { standing, count, opened } = desk;
  const { story, face } = opened;
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
      {act.isLive ? (
        <p className="mt-5 border-t border-line pt-3">
          <Button weight="text" className="text-currant" onClick={onTakeBack}>
            {words.takeBack.open}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function hindrance({ isSettled, trouble }: Desk["standing"], hasNews: boolean): string | null {
  if (!isSettled) return trouble ? words.held : words.settling;
  return hasNews ? null : words.nothingNew;
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
