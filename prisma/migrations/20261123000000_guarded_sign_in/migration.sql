SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- An address that somebody signed in with until lately, sealed.
CREATE TABLE former_address (
  id uuid NOT NULL,
  subject uuid NOT NULL,
  email_sealed text NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT former_address_pkey PRIMARY KEY (id)
);
CREATE INDEX former_address_subject_changed_at_idx ON former_address (subject, changed_at);
CREATE INDEX former_address_expires_at_idx ON former_address (expires_at);

-- The secret is sealed, the codes on paper are stamped: nothing here signs anybody in.
CREATE TABLE second_factor (
  subject uuid NOT NULL,
  secret_sealed text NOT NULL,
  last_step integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT second_factor_pkey PRIMARY KEY (subject)
);
CREATE TABLE backup_code (
  subject uuid NOT NULL,
  stamp text NOT NULL,
  CONSTRAINT backup_code_pkey PRIMARY KEY (subject, stamp),
  CONSTRAINT backup_code_subject_fkey FOREIGN KEY (subject) REFERENCES second_factor (subject) ON DELETE CASCADE
);
