import { m } from "#messages";

type Face = { id: string; displayName: string; handle: string };
type FaceChoiceProps = { faces: readonly Face[]; chosen: string; onChoose: (profileId: string) => void };

/** For this tab only: another may go on as somebody else. Buttons, for arrow keys among radios would choose in passing. */
export function FaceChoice({ faces, chosen, onChoose }: FaceChoiceProps) {
  return (
    <fieldset className="border-t border-line pt-2.5 pb-2">
      <legend className="contents text-small text-ink-3">{m.shell_account_faces()}</legend>
      {faces.map(({ id, displayName, handle }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
          className="-mx-2 flex min-h-(--hit) w-[calc(100%+16px)] items-center gap-2.5 rounded-control px-2 text-start text-ui hover:bg-well aria-pressed:font-semibold"
        >
          <span aria-hidden="true" className={id === chosen ? "shape rounded-full border-5 text-bottle" : "size-2.5"} />
          <span className="wrap-anywhere">
            {displayName}
            {displayName === handle ? null : (
              <span className="font-regular text-ink-3"> {m.shell_account_handle({ handle })}</span>
            )}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
