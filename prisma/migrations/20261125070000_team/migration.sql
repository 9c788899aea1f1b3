SET lock_timeout = '3s';
SET statement_timeout = '30s';

CREATE TABLE team_invitation (
  id uuid NOT NULL,
  story_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('editor', 'reader')),
  state text NOT NULL CHECK (state IN ('open', 'declined', 'withdrawn')),
  is_silent boolean NOT NULL DEFAULT false,
  at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT team_invitation_pkey PRIMARY KEY (id),
  CONSTRAINT team_invitation_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE,
  CONSTRAINT team_invitation_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT team_invitation_expires CHECK (expires_at > at)
);
CREATE UNIQUE INDEX team_invitation_story_id_profile_id_key ON team_invitation (story_id, profile_id);
CREATE INDEX team_invitation_profile_id_at_id_idx ON team_invitation (profile_id, at DESC, id DESC);

-- Between two people who are cut an invitation is written in silence: whoever invites sees no difference, and whoever is
-- invited sees nothing.
CREATE OR REPLACE FUNCTION guard_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lead uuid := (SELECT lead_id FROM story WHERE id = NEW.story_id);
BEGIN
  PERFORM pg_advisory_xact_lock_shared(pair_of(NEW.profile_id, lead));
  NEW.is_silent := is_cut(NEW.profile_id, lead);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER team_invitation_is_guarded BEFORE INSERT OR UPDATE OF state ON team_invitation
  FOR EACH ROW EXECUTE FUNCTION guard_invitation();

-- No release has told many yet: looking through them all is done at once.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE notification DROP CONSTRAINT notification_kind_check, ADD CONSTRAINT notification_kind_check
  CHECK (kind IN ('chapter-published', 'new-follower', 'follow-requested', 'follow-approved', 'badge-awarded',
    'team-invited', 'team-joined'));
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE notification_choice DROP CONSTRAINT notification_choice_kind_check, ADD CONSTRAINT notification_choice_kind_check
  CHECK (kind IN ('chapter-published', 'team-invited'));
