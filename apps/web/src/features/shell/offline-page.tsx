import { m } from "#messages";
import { Mark } from "./mark.tsx";
import { Statement } from "./statement.tsx";

/** Stands in for whatever page was asked for, at its own address, where there is no network. No script has to come. */
export function OfflinePage() {
  return (
    <>
      <header className="border-b border-line bg-paper">
        <div className="page flex min-h-(--bar) items-center">
          <Mark />
        </div>
      </header>
      <main className="page pb-16">
        <Statement title={m.shell_no_network_title()} body={m.shell_no_network_body()}>
          {/* No address is the one that was asked for. */}
          <a href="" className="act-main">
            {m.shell_no_network_retry()}
          </a>
        </Statement>
      </main>
    </>
  );
}
