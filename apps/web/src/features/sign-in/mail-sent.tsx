import { Button } from "@muejam/ui/button";
import { m } from "#messages";
import { Door } from "./door.tsx";

type MailSentProps = { title: string; body: string; same: string; onBack: () => void };

/** The same for an address that is known and one that is not. */
export function MailSent({ title, body, same, onBack }: MailSentProps) {
  return (
    <Door title={title} body={body} last={same} isAnswer>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-2">{m.sign_in_sent_nothing()}</p>
        <Button onClick={onBack}>{m.sign_in_sent_back()}</Button>
      </div>
    </Door>
  );
}
