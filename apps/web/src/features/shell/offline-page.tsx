import { Button } from "@muejam/ui/button";
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
          {/* To the address that was asked for, since this form names none. */}
          <form>
            <Button weight="main" type="submit">
              {m.shell_no_network_retry()}
            </Button>
          </form>
        </Statement>
      </main>
    </>
  );
}
