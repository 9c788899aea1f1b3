import { Mark } from "./mark.tsx";
import { messages } from "./messages.ts";
import { Statement } from "./statement.tsx";

/** Stands in for whatever page was asked for, at its own address, where there is no network. No script has to come. */
export function OfflinePage() {
  const words = messages.offlinePage;
  return (
    <>
      <header className="border-b border-line bg-paper">
        <div className="page flex min-h-(--bar) items-center">
          <Mark />
        </div>
      </header>
      <main className="page pb-16">
        <Statement title={words.title} body={words.body}>
          {/* No address is the one that was asked for. */}
          <a href="" className="act-main">
            {words.retry}
          </a>
        </Statement>
      </main>
    </>
  );
}
