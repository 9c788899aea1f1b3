import { Button } from "@muejam/ui/button";
import { Door } from "./door.tsx";
import { messages } from "./messages.ts";

type MailSentProps = {
  words: { title: string; body: (email: string) => string; same: string };
  email: string;
  onBack: () => void;
};

/** The same for an address that is known and one that is not. */
export function MailSent({ words, email, onBack }: MailSentProps) {
  return (
    <Door title={words.title} body={words.body(email)} last={words.same} isAnswer>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-2">{messages.sent.nothing}</p>
        <Button onClick={onBack}>{messages.sent.back}</Button>
      </div>
    </Door>
  );
}
