import type { Me } from "@muejam/contracts/account";
import { SettingsSection } from "@muejam/ui/settings-section";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { m } from "#messages";
import { CloseFace } from "./close-face.tsx";
import { FaceList } from "./face-list.tsx";
import { FormerHandles } from "./former-handles.tsx";
import { LookForm } from "./look-form.tsx";
import { NewFace } from "./new-face.tsx";
import { PinForm } from "./pin-form.tsx";

export function FacesPage({ me }: { me: Me }) {
  const face = me.profiles.find(({ id }) => id === me.actingAs);
  return (
    <>
      {face ? (
        <p role="status" className="mt-4 text-ui text-ink-2 wrap-anywhere">
          {m.faces_here({ name: face.displayName })}
        </p>
      ) : null}
      <SettingsSection id="faces" title={m.faces_list()} body={m.faces_list_body()}>
        <FaceList me={me} />
      </SettingsSection>
      {face ? (
        <Fragment key={face.id}>
          <SettingsSection id="look" title={m.faces_look({ name: face.displayName })} body={m.faces_look_body()}>
            <LookForm face={face} />
          </SettingsSection>
          <SettingsSection id="pins" title={m.faces_pins()} body={m.faces_pins_body()}>
            <PinForm face={face} />
          </SettingsSection>
          <FormerHandles face={face} />
        </Fragment>
      ) : null}
      <SettingsSection id="new" title={m.faces_new()} body={m.faces_new_body()}>
        <NewFace isFull={me.profiles.length >= 5} />
      </SettingsSection>
      {face && me.profiles.length > 1 ? (
        <SettingsSection id="close" title={m.faces_close()} body={m.faces_close_body()}>
          <CloseFace key={face.id} face={face} />
        </SettingsSection>
      ) : null}
      <p className="border-t border-line py-5">
        <Link to="/next-of-kin" className="link inline-flex min-h-(--hit) items-center text-ui">
          {m.faces_kin()}
        </Link>
      </p>
    </>
  );
}
