import { Button } from "@muejam/ui/button";
import { Chip } from "@muejam/ui/chip";
import { Empty } from "@muejam/ui/empty";
import { Skeleton } from "@muejam/ui/skeleton";
import { m } from "#messages";

export function ListStates() {
  return (
    <>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{m.kit_fields_title()}</th>
            <th scope="col">{m.kit_fields_status()}</th>
          </tr>
        </thead>
        <tbody>
          {[m.kit_cover_one(), m.kit_cover_two()].map((title) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>
                <Chip kind="on">{m.kit_marks_ongoing()}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div data-sample>
        <p className="mb-2 text-small text-ink-3">{m.kit_states_waiting()}</p>
        <p className="text-h4">
          <Skeleton className="w-2/3" />
        </p>
        <p>
          <Skeleton className="w-1/3" />
        </p>
      </div>
      <Empty title={m.kit_states_empty()} body={m.kit_states_empty_body()} level={3}>
        <Button>{m.kit_states_act()}</Button>
      </Empty>
    </>
  );
}
