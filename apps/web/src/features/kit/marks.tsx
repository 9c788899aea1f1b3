import { Avatar } from "@muejam/ui/avatar";
import { Chip } from "@muejam/ui/chip";
import { Cover } from "@muejam/ui/cover";
import { Facts } from "@muejam/ui/facts";
import { FaultNotice } from "@muejam/ui/notice";
import { StatusMark } from "@muejam/ui/status-mark";
import { Stitch, type Thread } from "@muejam/ui/stitch";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";

const titles = [m.kit_cover_one, m.kit_cover_two, m.kit_cover_three, m.kit_cover_four];
const threads: Thread[] = ["read", "read", "read", "read", "read", { here: 380 }, "unread", "new", "draft"];

export function Marks() {
  return (
    <>
      <p className="flex flex-wrap gap-x-5 gap-y-2 text-small">
        <Chip kind="open">{m.kit_marks_draft()}</Chip>
        <Chip kind="on">{m.kit_marks_ongoing()}</Chip>
        <Chip kind="resting">{m.kit_marks_hiatus()}</Chip>
        <Chip kind="done">{m.kit_marks_completed()}</Chip>
        <Chip kind="gone">{m.kit_marks_gone()}</Chip>
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <StatusMark tone="good">{m.kit_marks_up()}</StatusMark>
        <StatusMark tone="bad">{m.kit_marks_down()}</StatusMark>
        <StatusMark tone="waiting">{m.kit_marks_asked()}</StatusMark>
      </p>
      <FaultNotice>{m.kit_marks_fault()}</FaultNotice>
      <p className="flex items-center gap-3">
        <Avatar name={m.kit_cover_by()} size="small" />
        <Avatar name={m.kit_cover_by()} />
        <Avatar name={m.kit_cover_by()} size="large" />
      </p>
      <div className="grid grid-cols-4 gap-3">
        {titles.map((title) => (
          <Cover key={title()} seed={title()} title={title()} by={m.kit_cover_by()} isSmall />
        ))}
      </div>
      {(["plain", "tall", "place"] as const).map((look) => (
        <Stitch key={look} label={m.kit_marks_stitch()} threads={threads} look={look} />
      ))}
      <Facts
        pairs={[
          [m.kit_marks_followers(), formatNumber(2318)],
          [m.kit_marks_words(), formatNumber(81_400)],
        ]}
      />
    </>
  );
}
