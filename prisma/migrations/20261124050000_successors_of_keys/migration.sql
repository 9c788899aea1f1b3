SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- A person whom their issuer deleted before they were ever here: a token of theirs may still come.
CREATE TABLE gone_identity (
  issuer text NOT NULL CHECK (issuer IN ('built-in', 'clerk')),
  subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 200),
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT gone_identity_pkey PRIMARY KEY (issuer, subject)
);
CREATE INDEX gone_identity_expires_at_idx ON gone_identity (expires_at);

-- When another key took the place of this one, which may go on for a while.
ALTER TABLE api_key ADD COLUMN replaced_at timestamptz(3);
ALTER TABLE api_key ADD CONSTRAINT api_key_replaced_after CHECK (replaced_at >= created_at) NOT VALID;
