import { Icon } from "@muejam/ui/icon";
import { useId } from "react";
import { m } from "#messages";
import { chordOf } from "./chords.ts";
import { chords, type Room } from "./use-room.ts";

type Item = { name: string; keys?: string; isOn?: boolean; act: () => void };

/** `canWrite`: whoever reads a draft along changes nothing in it. */
export function RoomMenu({ room, canWrite }: { room: Room; canWrite: boolean }) {
  const id = useId();
  const writing: Item[] = [
    { name: m.editor_find_replace_open(), keys: chords.replace, act: () => room.open("replace") },
    { name: m.editor_passage_open(), act: () => room.open("passage") },
  ];
  const items: Item[] = [
    { name: m.editor_find_open(), keys: chords.find, act: () => room.open("find") },
    ...(canWrite ? writing : []),
    {
      name: m.editor_quiet(),
      keys: chords.quiet,
      isOn: room.isQuiet,
      act: () => room.setQuiet(!room.isQuiet),
    },
    {
      name: m.editor_typewriter(),
      keys: chords.typewriter,
      isOn: room.isTypewriter,
      act: () => room.setTypewriter(!room.isTypewriter),
    },
    { name: m.editor_goal_open(), act: () => room.open("goal") },
    { name: m.editor_keys_open(), keys: chords.keys, act: () => room.open("keys") },
  ];
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={m.editor_room_name()}
        title={m.editor_room_name()}
        className="writing-back"
      >
        <Icon path="M4 12h.01M12 12h.01M20 12h.01" className="size-5 stroke-3" />
      </button>
      <div id={id} popover="auto" className="room-menu">
        <ul>
          {items.map(({ name, keys, isOn, act }) => (
            <li key={name}>
              <button type="button" popoverTarget={id} popoverTargetAction="hide" aria-pressed={isOn} onClick={act}>
                <span>{name}</span>
                {keys ? <kbd>{chordOf(keys)}</kbd> : null}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
