SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- Every mail that was ever to be sent. What it says is kept, sealed, only until it has left the queue.
CREATE TABLE mail_send (
  id uuid NOT NULL,
  key text NOT NULL,
  template text NOT NULL,
  props text,
  to_hash text NOT NULL,
  to_encrypted text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('security', 'account', 'takedown', 'news')),
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'sent', 'suppressed', 'failed', 'delivered', 'bounced', 'complained')),
  provider text CHECK (provider IN ('resend', 'outbox')),
  provider_id text,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  last_error text CHECK (char_length(last_error) <= 100),
  created_at timestamptz(3) NOT NULL,
  tried_at timestamptz(3),
  state_at timestamptz(3) NOT NULL,
  CONSTRAINT mail_send_pkey PRIMARY KEY (id),
  CONSTRAINT mail_send_key_length CHECK (char_length(key) BETWEEN 1 AND 200),
  CONSTRAINT mail_send_props_while_queued CHECK ((props IS NOT NULL) = (state = 'queued'))
);
CREATE UNIQUE INDEX mail_send_key_key ON mail_send (key);
CREATE UNIQUE INDEX mail_send_provider_id_key ON mail_send (provider_id);
CREATE INDEX mail_send_created_at_idx ON mail_send (created_at);
CREATE INDEX mail_send_to_hash_idx ON mail_send (to_hash);

-- What the world has told us about an address, found by its stamp; nothing here can be read back into one.
CREATE TABLE mail_address (
  address_hash text NOT NULL,
  state text NOT NULL CHECK (state IN ('ok', 'bounced', 'complained')),
  at timestamptz(3) NOT NULL,
  CONSTRAINT mail_address_pkey PRIMARY KEY (address_hash)
);

-- What the provider has told us, once each.
CREATE TABLE mail_event (
  id text NOT NULL,
  send_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('sent', 'suppressed', 'failed', 'delivered', 'bounced', 'complained')),
  at timestamptz(3) NOT NULL,
  CONSTRAINT mail_event_pkey PRIMARY KEY (id),
  CONSTRAINT mail_event_send_id_fkey FOREIGN KEY (send_id) REFERENCES mail_send (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX mail_event_send_id_idx ON mail_event (send_id);

-- Where mail goes while no provider is set: sealed, since it holds links that open accounts.
CREATE TABLE outbox_mail (
  id uuid NOT NULL,
  sealed text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT outbox_mail_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_mail_at_idx ON outbox_mail (at DESC);
