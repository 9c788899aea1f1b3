SET lock_timeout = '3s';
SET statement_timeout = '30s';

CREATE TABLE account (
  id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3) CHECK (closed_at >= created_at),
  CONSTRAINT account_pkey PRIMARY KEY (id)
);

CREATE TABLE identity (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  issuer text NOT NULL CHECK (issuer IN ('built-in', 'clerk')),
  subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 200),
  email_sealed text,
  email_stamp text,
  is_email_verified boolean NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT identity_pkey PRIMARY KEY (id),
  CONSTRAINT identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT identity_email_whole CHECK ((email_sealed IS NULL) = (email_stamp IS NULL)),
  CONSTRAINT identity_verified_email CHECK (email_sealed IS NOT NULL OR NOT is_email_verified)
);
CREATE UNIQUE INDEX identity_issuer_subject_key ON identity (issuer, subject);
CREATE INDEX identity_account_id_idx ON identity (account_id);
CREATE INDEX identity_email_stamp_idx ON identity (email_stamp);

CREATE TABLE role_grant (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('moderator', 'senior', 'administrator')),
  granted_by uuid,
  is_named boolean NOT NULL,
  granted_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) CHECK (ended_at >= granted_at),
  ended_by uuid,
  CONSTRAINT role_grant_pkey PRIMARY KEY (id),
  CONSTRAINT role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account (id) ON DELETE SET NULL,
  CONSTRAINT role_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account (id) ON DELETE SET NULL
);
CREATE INDEX role_grant_account_id_idx ON role_grant (account_id);
CREATE INDEX role_grant_granted_by_idx ON role_grant (granted_by);
CREATE INDEX role_grant_ended_by_idx ON role_grant (ended_by);
CREATE UNIQUE INDEX role_grant_one_live_key ON role_grant (account_id, role) WHERE ended_at IS NULL;
-- Whom the configuration names, it names once.
CREATE UNIQUE INDEX role_grant_named_once_key ON role_grant (account_id) WHERE is_named;

CREATE TABLE profile (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  handle citext NOT NULL CHECK (handle ~ '^[A-Za-z0-9_]{3,30}$'),
  display_name text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 100),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'held', 'closed')),
  created_at timestamptz(3) NOT NULL,
  closes_at timestamptz(3),
  CONSTRAINT profile_pkey PRIMARY KEY (id),
  CONSTRAINT profile_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX profile_handle_key ON profile (handle);
CREATE INDEX profile_account_id_idx ON profile (account_id);
CREATE INDEX profile_closes_at_idx ON profile (closes_at);

CREATE TABLE former_handle (
  handle citext NOT NULL,
  profile_id uuid,
  left_at timestamptz(3) NOT NULL,
  CONSTRAINT former_handle_pkey PRIMARY KEY (handle),
  CONSTRAINT former_handle_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE SET NULL
);
CREATE INDEX former_handle_profile_id_idx ON former_handle (profile_id);

CREATE TABLE api_key (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'write', 'moderate']),
  secret_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL CHECK (expires_at > created_at),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3) CHECK (revoked_at >= created_at),
  CONSTRAINT api_key_pkey PRIMARY KEY (id),
  CONSTRAINT api_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT api_key_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX api_key_secret_hash_key ON api_key (secret_hash);
CREATE INDEX api_key_account_id_created_at_idx ON api_key (account_id, created_at);
CREATE INDEX api_key_profile_id_idx ON api_key (profile_id);

CREATE TABLE security_event (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z_]{3,40}$'),
  at timestamptz(3) NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(detail) = 'object'),
  CONSTRAINT security_event_pkey PRIMARY KEY (id),
  CONSTRAINT security_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX security_event_account_id_at_id_idx ON security_event (account_id, at DESC, id DESC);
