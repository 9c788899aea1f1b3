import { useId } from "react";
import { messages } from "./messages.ts";

type Face = { id: string; displayName: string; handle: string };
type FaceChoiceProps = { faces: readonly Face[]; chosen: string; onChoose: (profileId: string) => void };

/** In this tab only: another tab may go on as somebody else. */
export function FaceChoice({ faces, chosen, onChoose }: FaceChoiceProps) {
  const name = useId();
  const words = messages.account;
  return (
    <fieldset className="mb-2 border-t border-line pt-2.5">
      <legend className="contents text-small text-ink-3">{words.faces}</legend>
      {faces.map((face) => (
        <label key={face.id} className="flex min-h-(--hit) cursor-pointer items-center gap-2.5 text-ui">
          <input
            type="radio"
            name={name}
            checked={face.id === chosen}
            onChange={() => onChoose(face.id)}
            className="size-4.5 accent-bottle"
          />
          <span className="wrap-anywhere">
            {face.displayName} <span className="text-ink-3">{words.handle(face.handle)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
