import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { TextField } from "@muejam/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { appErrorOf } from "../../lib/errors.ts";
import { useFields } from "../../lib/use-fields.ts";
import { TeamFault } from "./team-fault.tsx";
import { useTeamChange } from "./use-team.ts";

const loadRule = async () => (await import("./invite-rule.ts")).inviteRule;
const start = { handle: "", role: "editor" };

export function InviteForm({ storyId }: { storyId: string }) {
  const { onSuccess } = useTeamChange();
  const invite = useMutation(
    useApi().team.invite.mutationOptions({
      onSuccess: (team) => {
        onSuccess(team);
        empty();
      },
      onError: (error) => {
        const rule = ruleIn(error);
        if (rule) complain({ handle: rule });
      },
    }),
  );
  const { form, wrongOf, complain, empty } = useFields({
    loadRule,
    start,
    onGiven: (given) => invite.mutate({ ...given, storyId }),
  });
  const rule = wrongOf("handle");
  const sent = invite.isSuccess ? `@${invite.variables.handle}` : null;
  return (
    <form {...form} className="grid max-w-120 gap-4">
      <TextField
        name="handle"
        label={m.team_handle()}
        hint={m.team_handle_hint()}
        error={rule && wordsFor(rule)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
      />
      <Choices legend={m.team_role()} isWide>
        <Choice
          kind="radio"
          name="role"
          value="editor"
          label={m.team_role_editor()}
          hint={m.team_role_editor_hint()}
          defaultChecked
        />
        <Choice kind="radio" name="role" value="reader" label={m.team_role_reader()} hint={m.team_role_reader_hint()} />
      </Choices>
      <div className="grid justify-items-start gap-3">
        <Button type="submit" weight="main" isBusy={invite.isPending}>
          {m.team_invite_act()}
        </Button>
        <p role="status" className="text-ui font-medium text-bottle empty:hidden">
          {sent ? m.team_sent({ handle: sent }) : null}
        </p>
        {invite.error && !ruleIn(invite.error) ? <TeamFault error={invite.error} /> : null}
      </div>
    </form>
  );
}

/** What is said beside the field, since it is about what was typed there. */
function ruleIn(error: unknown): string | undefined {
  const app = appErrorOf(error);
  if (app?.code === "NOT_FOUND") return "nobody";
  return app?.issues?.find(({ path }) => path === "handle")?.rule;
}

function wordsFor(rule: string): string {
  switch (rule) {
    case "nobody":
      return m.team_handle_nobody();
    case "in_team":
      return m.team_handle_in_team();
    case "too_many":
      return m.team_handle_too_many();
    case "declined":
      return m.team_handle_declined();
    default:
      return m.team_handle_wrong();
  }
}
