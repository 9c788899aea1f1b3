import { profilePath } from "@muejam/contracts/address";
import type { OwnProfile } from "@muejam/contracts/profile";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { SettingsSection } from "@muejam/ui/settings-section";
import { TextArea } from "@muejam/ui/text-area";
import { TextField } from "@muejam/ui/text-field";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { useFaceForm } from "./use-face-form.ts";

export function ProfileSettings({ face }: { face: OwnProfile }) {
  const { displayName, handle: spelled, bio: about } = face;
  const { field, form, fault, isBusy, accepted, again } = useFaceForm(face.id, {
    displayName,
    handle: spelled,
    bio: about,
  });
  return (
    <SettingsSection id="face" title={m.account_face_title()} body={m.account_face_as({ name: displayName })}>
      <form {...form} onInput={() => accepted && again()} className="grid gap-4">
        <TextField
          {...field("displayName")}
          label={m.account_face_name_label()}
          count={(length) => m.account_face_counter({ length: formatNumber(length), max: formatNumber(100) })}
          autoComplete="nickname"
        />
        <TextField
          {...field("handle")}
          label={m.account_face_handle_label()}
          hint={m.account_face_handle_hint()}
          count={(length) => m.account_face_counter({ length: formatNumber(length), max: formatNumber(30) })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextArea
          {...field("bio")}
          label={m.account_face_bio_label()}
          hint={m.account_face_bio_hint()}
          count={(length) => m.account_face_counter({ length: formatNumber(length), max: formatNumber(500) })}
        />
        {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
        <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" weight="main" isBusy={isBusy}>
            {m.account_settings_profile_save()}
          </Button>
          <Link to={profilePath(face)} className="link inline-flex min-h-(--hit) items-center text-ui">
            {m.account_settings_profile_page()}
          </Link>
          <Link to="/settings/profiles" className="link inline-flex min-h-(--hit) items-center text-ui">
            {m.account_settings_profile_more()}
          </Link>
          <span role="status" className="text-small text-ink-2">
            {accepted ? m.account_settings_profile_saved() : null}
          </span>
        </div>
      </form>
    </SettingsSection>
  );
}
