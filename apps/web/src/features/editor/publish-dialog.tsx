import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import "./publish.css";
import { Button } from "@muejam/ui/button";
import { Choice } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { useEffect, useState } from "react";
import type { Desk } from "./desk.ts";
import { PublishPictures, pictureHindrance } from "./publish-pictures.tsx";
import { Refusal } from "./refusal.tsx";
import { TakeBack } from "./take-back.tsx";
import { type Publishing, usePublishing } from "./use-publishing.ts";

type PublishDialogProps = Desk & { isOpen: boolean; onClose: () => void; onDescribe: (id: string) => void };

export function PublishDialog({ isOpen, onClose, onDescribe, ...desk }: PublishDialogProps) {
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
      <Dialog title={m.editor_publish_take_back_title()} isOpen={isOpen} onClose={close}>
        <TakeBack face={desk.opened.face} act={act} onCancel={() => setTakingBack(false)} />
      </Dialog>
    );
  const title = published
    ? m.editor_publish_done_title({ number: formatNumber(published.number) })
    : act.isLive
      ? m.editor_publish_title_again()
      : m.editor_publish_title_first();
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      {published ? (
        <Done edition={published.edition} path={published.path} onClose={close} />
      ) : (
        <Ask {...{ desk, act, onDescribe }} onClose={close} onTakeBack={() => setTakingBack(true)} />
      )}
    </Dialog>
  );
}

type AskProps = Pick<PublishDialogProps, "onClose" | "onDescribe"> & {
  desk: Desk;
  act: Publishing;
  onTakeBack: () => void;
};

function Ask({ desk, act, onClose, onDescribe, onTakeBack }: AskProps) {
  const { standing, count, opened } = desk;
  const { story, face } = opened;
  const [isMinor, setMinor] = useState(false);
  useEffect(() => void opened.autosave.wake(), [opened]);
  const { followers } = story.counts;
  const nobody =
    followers === 0 ? m.editor_publish_told_nobody_yet() : m.editor_publish_told_followers({ number: followers });
  const facts = [
    [m.editor_publish_facts_title(), standing.journal.local.title || m.editor_publish_untitled()],
    [m.editor_publish_facts_length(), m.editor_words({ number: count.words })],
    [m.editor_publish_facts_told(), act.state === "draft" ? nobody : m.editor_publish_told_again()],
    [m.editor_publish_facts_as(), face.displayName],
  ];
  const { document } = standing.journal.local;
  const held = hindrance(standing, act.hasNews) ?? pictureHindrance(document);
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
          label={m.editor_publish_minor_label()}
          hint={m.editor_publish_minor_hint()}
          checked={isMinor}
          onChange={({ target }) => setMinor(target.checked)}
        />
      )}
      <PublishPictures {...{ document, onDescribe }} />
      <p aria-live="polite" className="min-h-4.5 text-small text-ink-2">
        {held}
      </p>
      <Refusal error={act.error} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button weight="main" isBusy={held !== null || act.isBusy} onClick={() => act.publish(isMinor)}>
          {act.isLive ? m.editor_publish_act_again() : m.editor_publish_act_first()}
        </Button>
        <span className="text-small text-ink-2">{m.editor_as({ name: face.displayName })}</span>
        <Button className="ms-auto" onClick={onClose}>
          {m.editor_publish_cancel()}
        </Button>
      </div>
      {act.isLive ? (
        <p className="mt-5 border-t border-line pt-3">
          <Button weight="text" className="text-currant" onClick={onTakeBack}>
            {m.editor_publish_take_back_open()}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function hindrance({ isSettled, trouble }: Desk["standing"], hasNews: boolean): string | null {
  if (!isSettled) return trouble ? m.editor_publish_held() : m.editor_publish_settling();
  return hasNews ? null : m.editor_publish_nothing_new();
}

function Done({ edition, path, onClose }: { edition: number; path: string; onClose: () => void }) {
  return (
    <>
      <p role="status" className="mb-4 text-body text-ink-2">
        {edition === 1
          ? m.editor_publish_done_first()
          : m.editor_publish_done_again({ edition: formatNumber(edition) })}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <a href={path} className="link inline-flex min-h-(--hit) items-center text-ui">
          {m.editor_publish_done_see()}
        </a>
        <Button className="ms-auto" onClick={onClose}>
          {m.editor_publish_done_close()}
        </Button>
      </div>
    </>
  );
}
