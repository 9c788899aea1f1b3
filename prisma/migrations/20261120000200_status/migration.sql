SET lock_timeout = '3s';
SET statement_timeout = '30s';

CREATE TABLE status_check (
  id uuid NOT NULL,
  component text NOT NULL CHECK (component IN ('database', 'cache', 'jobs')),
  checked_at timestamptz(3) NOT NULL,
  is_up boolean NOT NULL,
  latency_ms integer NOT NULL CHECK (latency_ms >= 0),
  CONSTRAINT status_check_pkey PRIMARY KEY (id)
);
CREATE INDEX status_check_checked_at_id_idx ON status_check (checked_at DESC, id DESC);
CREATE INDEX status_check_component_checked_at_id_idx ON status_check (component, checked_at DESC, id DESC);

CREATE TABLE status_trouble (
  id uuid NOT NULL,
  component text NOT NULL CHECK (component IN ('database', 'cache', 'jobs')),
  reporter text NOT NULL,
  reported_at timestamptz(3) NOT NULL,
  withdrawn_at timestamptz(3) CHECK (withdrawn_at >= reported_at),
  CONSTRAINT status_trouble_pkey PRIMARY KEY (id)
);
CREATE INDEX status_trouble_reported_at_idx ON status_trouble (reported_at);

-- One voice per person, component and hour; taking it back frees the place.
CREATE UNIQUE INDEX status_trouble_one_voice_key
  ON status_trouble (component, reporter, date_trunc('hour', reported_at AT TIME ZONE 'UTC'))
  WHERE withdrawn_at IS NULL;
