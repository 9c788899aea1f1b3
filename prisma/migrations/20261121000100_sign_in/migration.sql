-- The built-in issuer's own records: a schema that only its adapter reaches. No secret stands here that could be used.
SET lock_timeout = '3s';
SET statement_timeout = '30s';

CREATE SCHEMA IF NOT EXISTS auth;
GRANT USAGE ON SCHEMA auth TO muejam_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA auth GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO muejam_app;

CREATE TABLE auth."user" (
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL,
  image text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT user_pkey PRIMARY KEY (id),
  CONSTRAINT user_email_lower CHECK (email = lower(email) AND char_length(email) <= 254)
);
CREATE UNIQUE INDEX user_email_key ON auth."user" (email);

-- `token` holds a stamp of what the session's token would be.
CREATE TABLE auth.session (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token text NOT NULL,
  ip_address text,
  user_agent text,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user" (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX session_token_key ON auth.session (token);
CREATE INDEX session_user_id_idx ON auth.session (user_id);
CREATE INDEX session_expires_at_idx ON auth.session (expires_at);

-- A way in: a password, hashed, or another provider's tokens, encrypted.
CREATE TABLE auth.account (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user" (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX account_provider_id_account_id_key ON auth.account (provider_id, account_id);
CREATE INDEX account_user_id_idx ON auth.account (user_id);

-- `identifier` holds a stamp, `value` is encrypted.
CREATE TABLE auth.verification (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON auth.verification (identifier);
CREATE INDEX verification_expires_at_idx ON auth.verification (expires_at);

-- One row for each refresh token ever given out in a session; `secret_stamp` cannot be turned back into the token.
CREATE TABLE refresh_token (
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  parent_id uuid,
  secret_stamp text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  family_ended_at timestamptz(3),
  CONSTRAINT refresh_token_pkey PRIMARY KEY (id),
  CONSTRAINT refresh_token_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES refresh_token (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX refresh_token_parent_id_key ON refresh_token (parent_id);
CREATE INDEX refresh_token_session_id_idx ON refresh_token (session_id);
CREATE INDEX refresh_token_expires_at_idx ON refresh_token (expires_at);
CREATE INDEX refresh_token_used_at_idx ON refresh_token (used_at);

-- Sessions whose tokens may still be about, of whichever issuer.
CREATE TABLE ended_session (
  issuer text NOT NULL,
  session_id text NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT ended_session_pkey PRIMARY KEY (issuer, session_id),
  CONSTRAINT ended_session_issuer CHECK (issuer IN ('built-in', 'clerk'))
);
CREATE INDEX ended_session_expires_at_idx ON ended_session (expires_at);
