SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- What a face was given once for what everybody can see of it. `cause` names what made it so, in codes and ids.
CREATE TABLE badge (
  profile_id uuid NOT NULL,
  kind text NOT NULL
    CHECK (kind IN ('first-chapter', 'prolific', 'popular', 'finisher', 'verified', 'early', 'streak')),
  awarded_at timestamptz(3) NOT NULL,
  cause text NOT NULL CHECK (cause ~ '^[a-z]+:[a-z0-9_.:-]{1,100}$'),
  CONSTRAINT badge_pkey PRIMARY KEY (profile_id, kind),
  CONSTRAINT badge_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE CASCADE
);
