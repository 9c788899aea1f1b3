import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { PasswordField } from "@muejam/ui/password-field";
import { m } from "#messages";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";

const loadRule = () => import("./rules.ts").then((rules) => rules.begin);

type ProofDialogProps = { isOpen: boolean; onProven: () => void; onClose: () => void };

export function ProofDialog({ isOpen, onProven, onClose }: ProofDialogProps) {
  const { meetClerk, signOut } = useSession();
  return (
    <Dialog title={m.security_proof_title()} isOpen={isOpen} onClose={onClose}>
      {meetClerk === null ? (
        <>
          <p className="mb-4">{m.security_proof_body()}</p>
          <ProofForm onProven={onProven} onCancel={onClose} />
        </>
      ) : (
        <>
          <p className="mb-4">{m.security_proof_again()}</p>
          <Button weight="main" onClick={() => void signOut()}>
            {m.security_proof_sign_in()}
          </Button>
        </>
      )}
    </Dialog>
  );
}

function ProofForm({ onProven, onCancel }: { onProven: () => void; onCancel: () => void }) {
  const session = useSession();
  const { field, form, fault, isBusy } = useJudgedForm({
    loadRule,
    words: { password: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() } },
    places: { PASSWORD_WRONG: "password" },
    send: async (given) => {
      await session.adopt(await askAuthAs(session, "prove", given));
      onProven();
    },
  });
  return (
    <ActForm
      {...{ form, fault, isBusy }}
      act={m.security_proof_act()}
      aside={<Button onClick={onCancel}>{m.security_factor_cancel()}</Button>}
    >
      <PasswordField
        {...field("password")}
        label={m.security_password_label()}
        words={{
          show: m.security_password_reveal_show(),
          hide: m.security_password_reveal_hide(),
          about: m.security_password_reveal_about(),
        }}
        autoComplete="current-password"
      />
    </ActForm>
  );
}
