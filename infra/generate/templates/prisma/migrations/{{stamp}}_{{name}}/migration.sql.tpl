SET lock_timeout = '3s';
SET statement_timeout = '30s';

CREATE TABLE "{{name}}" (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  created_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3) CHECK (removed_at >= created_at),
  CONSTRAINT {{name}}_pkey PRIMARY KEY (id)
);
CREATE INDEX {{name}}_account_id_created_at_id_idx ON "{{name}}" (account_id, created_at DESC, id DESC);
CREATE INDEX {{name}}_removed_at_idx ON "{{name}}" (removed_at);

-- Removing an entry frees its name.
CREATE UNIQUE INDEX {{name}}_own_name_key ON "{{name}}" (account_id, name) WHERE removed_at IS NULL;
