SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- When its owner last showed who they are, which is how a session opens; of older ones nobody knows.
ALTER TABLE auth.session ADD COLUMN proven_at timestamptz(3);
ALTER TABLE auth.session ALTER COLUMN proven_at SET DEFAULT now();

-- The face that was given a role, and the one that gave it: a list of staff must not tie them to others.
-- Staff are few, so nobody waits for these locks.
-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
ALTER TABLE role_grant ADD COLUMN profile_id uuid CONSTRAINT role_grant_profile_id_fkey REFERENCES profile (id) ON DELETE SET NULL;
-- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
ALTER TABLE role_grant ADD COLUMN granted_as uuid CONSTRAINT role_grant_granted_as_fkey REFERENCES profile (id) ON DELETE SET NULL;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX role_grant_profile_id_idx ON role_grant (profile_id);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX role_grant_granted_as_idx ON role_grant (granted_as);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX role_grant_granted_at_id_idx ON role_grant (granted_at, id) WHERE ended_at IS NULL;
