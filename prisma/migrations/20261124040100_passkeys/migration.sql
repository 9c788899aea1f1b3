SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- Public keys only: the private halves never leave their owners' devices.
CREATE TABLE passkey (
  id uuid NOT NULL,
  subject uuid NOT NULL,
  credential_id text NOT NULL,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  is_synced boolean NOT NULL,
  created_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_name_length CHECK (char_length(name) BETWEEN 1 AND 60)
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_subject_created_at_idx ON passkey (subject, created_at);
