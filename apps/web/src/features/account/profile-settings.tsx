import { profilePath } from "@muejam/contracts/address";
import type { OwnProfile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { TextArea } from "@muejam/ui/text-area";
import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { messages } from "./messages.ts";
import { useFaceForm } from "./use-face-form.ts";

const words = messages.settings.profile;

export function ProfileSettings({ face }: { face: OwnProfile }) {
  const { name, handle, bio } = messages.face;
  const { displayName, handle: spelled, bio: about } = face;
  const { field, form, fault, isBusy, accepted, again } = useFaceForm(face.id, {
    displayName,
    handle: spelled,
    bio: about,
  });
  return (
    <form {...form} onInput={() => accepted && again()} className="grid gap-4">
      <TextField
        {...field("displayName")}
        label={name.label}
        count={(length) => messages.face.counter(length, 100)}
        autoComplete="nickname"
      />
      <TextField
        {...field("handle")}
        label={handle.label}
        hint={handle.hint}
        count={(length) => messages.face.counter(length, 30)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextArea
        {...field("bio")}
        label={bio.label}
        hint={bio.hint}
        count={(length) => messages.face.counter(length, 500)}
      />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" weight="main" isBusy={isBusy}>
          {words.save}
        </Button>
        <Link to={profilePath(face)} className="link inline-flex min-h-(--hit) items-center text-ui">
          {words.page}
        </Link>
        <span role="status" className="text-small text-ink-2">
          {accepted ? words.saved : null}
        </span>
      </div>
    </form>
  );
}
