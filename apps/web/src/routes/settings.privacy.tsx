import { SettingsSection } from "@muejam/ui/settings-section";
import { createFileRoute } from "@tanstack/react-router";
import { m } from "#messages";
import { FaceSwitch } from "../features/account/face-switch.tsx";
import { HistorySwitch } from "../features/account/history-switch.tsx";
import { OwnFace } from "../features/account/own-face.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/privacy")({
  component: () => (
    <PartPage of="/settings/privacy">
      <OwnFace>
        {(face) => (
          <>
            <SettingsSection
              id="found"
              title={m.account_privacy_findable()}
              body={m.account_face_as({ name: face.displayName })}
            >
              <FaceSwitch
                key={face.id}
                face={face}
                part="isFindable"
                label={m.account_privacy_findable_label()}
                hint={m.account_privacy_findable_hint()}
              />
            </SettingsSection>
            <SettingsSection
              id="presence"
              title={m.account_privacy_presence()}
              body={m.account_face_as({ name: face.displayName })}
            >
              <FaceSwitch
                key={face.id}
                face={face}
                part="isPresenceShown"
                label={m.account_privacy_presence_label()}
                hint={m.account_privacy_presence_hint()}
              />
            </SettingsSection>
          </>
        )}
      </OwnFace>
      <SettingsSection id="history" title={m.account_privacy_history()} body={m.account_privacy_history_body()}>
        <HistorySwitch />
      </SettingsSection>
    </PartPage>
  ),
});
